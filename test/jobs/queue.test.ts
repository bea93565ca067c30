import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Connection, type Database } from '../../src/db/connect.ts';
import { defineJob } from '../../src/jobs/job.ts';
import { createQueue, type Queue } from '../../src/jobs/queue.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { untilRow } from '../support/settled.ts';

const sweep = defineJob<{ readonly room: number }>('sweep');

let database: TestDatabase;
let connection: Connection;
let db: Database;
let queue: Queue;

beforeAll(async () => {
  database = await testDatabase();
  connection = connect(database.url, { onError: () => undefined });
  db = connection.db;
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

beforeEach(async () => {
  queue = createQueue({
    url: database.url,
    names: [sweep.name],
    onError: (error) => expect.fail(error.message),
    onFailure: () => undefined,
  });
  await queue.start();
  await sql`delete from whetstone_jobs.job`.execute(db);
  return () => queue.stop(1000);
});

const enqueue = (room: number) =>
  db.transaction().execute((tx) => queue.enqueue(tx, sweep, { room }));

const states = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ state: string }>`
    select state from whetstone_jobs.job where name = 'sweep' order by created_on`.execute(db);
  return rows.map(({ state }) => state);
};

const untilStates = (...wanted: readonly string[]) =>
  untilRow(
    async () => (await states()).join() === wanted.join(),
    async () => `jobs: ${(await states()).join()}`,
  );

describe('a job', () => {
  it('runs after the commit it was enqueued in, though one like it waits already', async () => {
    await enqueue(1);
    let committed = false;
    const ran: boolean[] = [];
    await db.transaction().execute(async (tx) => {
      await queue.enqueue(tx, sweep, { room: 1 });
      // Some worker is free before the commit; this one tells that it has looked.
      await enqueue(2);
      await queue.work(sweep, 4, ({ room }) => {
        if (room === 1) ran.push(committed);
        return Promise.resolve();
      });
      await untilStates('created', 'completed');
      committed = true;
    });
    await untilStates('completed', 'completed');
    expect(ran).toEqual([true]);
  });

  it('keeps of its failure what was wrong, and nothing of what it was about', async () => {
    await queue.work(sweep, 4, () => {
      const request = { body: 'what someone wrote', headers: { token: 'a secret' } };
      const cause = Object.assign(new Error('refused'), { request });
      const error = new Error('the broom is gone', { cause });
      return Promise.reject(Object.assign(error, { code: 'E_BROOM', request }));
    });
    await enqueue(1);
    await untilStates('retry');
    const { rows } = await sql<{ output: object }>`select output from whetstone_jobs.job`.execute(
      db,
    );
    expect(rows.map(({ output }) => output)).toEqual([
      { name: 'Error', code: 'E_BROOM', message: 'the broom is gone' },
    ]);
  });
});

describe('jobs of one queue', () => {
  it('are in hand as many at a time as they may be, and one that hangs holds up no other', async () => {
    const started: number[] = [];
    const ends = new Map<number, () => void>();
    await queue.work(sweep, 3, async ({ room }) => {
      started.push(room);
      await new Promise<void>((resolve) => void ends.set(room, resolve));
    });
    // The database says `active` a moment before the worker is called.
    const end = async (room: number) => {
      await expect.poll(() => ends.get(room)).toBeDefined();
      ends.get(room)?.();
    };
    for (const room of [1, 2, 3, 4, 5]) await enqueue(room);
    await untilStates('active', 'active', 'active', 'created', 'created');
    await expect.poll(() => started.toSorted()).toEqual([1, 2, 3]);
    await end(3);
    await untilStates('active', 'active', 'completed', 'active', 'created');
    await end(4);
    await untilStates('active', 'active', 'completed', 'completed', 'active');
    for (const room of [1, 2, 5]) await end(room);
    await untilStates(...Array<string>(5).fill('completed'));
    expect(started).toHaveLength(5);
  });

  it('are taken up where their process gives no sign of life any more', async () => {
    await enqueue(1);
    await sql`
      update whetstone_jobs.job set state = 'active', started_on = now(),
        heartbeat_on = now() - interval '16 seconds'`.execute(db);
    const { promise, resolve } = Promise.withResolvers<number>();
    await queue.work(sweep, 1, ({ room }) => {
      resolve(room);
      return Promise.resolve();
    });
    expect(await promise).toBe(1);
    await untilStates('completed');
  });
});

describe('what failed', () => {
  it.each([
    ['retry', { state: 'retry', attempts: 3 }],
    ['failed', { state: 'failed', attempts: 3 }],
  ])('is told, however much went well before it: %s', async (state, told) => {
    await sql`
      insert into whetstone_jobs.job (name, data, state, created_on, completed_on, singleton_key)
      select 'sweep', '{}', 'completed', now() - interval '3 days', now(), 'k' || n
      from generate_series(1, 1100) n`.execute(db);
    await enqueue(7);
    await sql`
      update whetstone_jobs.job set state = ${state}::whetstone_jobs.job_state, retry_count = 2,
        output = '{"message": "no broom"}'
      where state = 'created'`.execute(db);
    expect(await queue.troubled()).toEqual([
      expect.objectContaining({ name: 'sweep', data: { room: 7 }, reason: 'no broom', ...told }),
    ]);
  });

  it('is told no more where it went well in the end', async () => {
    await enqueue(7);
    await sql`
      update whetstone_jobs.job set state = 'completed', retry_count = 2, output = '{"message": "no broom"}'
    `.execute(db);
    expect(await queue.troubled()).toEqual([]);
  });
});
