import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Connection } from '../../src/db/connect.ts';
import { defineJob } from '../../src/jobs/job.ts';
import { createQueue, type Queue } from '../../src/jobs/queue.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const job = (name: string) => defineJob<{ readonly room: number }>(name);

const NAMES = ['sweep', 'air'] as const;

/** How earlier versions created their queues, in pg-boss's default schema. */
const AS_BEFORE = {
  ...{ policy: 'short', notify: true, retryLimit: 2000, retryDelay: 2, retryBackoff: true },
  ...{ retryDelayMax: 300, heartbeatSeconds: 15, expireInSeconds: 300 },
} as const;

let database: TestDatabase;
let connection: Connection;
beforeEach(async () => {
  database = await testDatabase();
  connection = connect(database.url, { onError: () => undefined, max: 2 });
  return async () => {
    await connection.close();
    await database.drop();
  };
});

let before: PgBoss;
beforeEach(async () => {
  before = new PgBoss({
    connectionString: database.url,
    max: 2,
    supervise: false,
    schedule: false,
  });
  await before.start();
  for (const name of NAMES) await before.createQueue(name, AS_BEFORE);
});

const queues: Queue[] = [];
afterEach(async () => {
  await Promise.all(queues.splice(0).map((queue) => queue.stop(1000)));
  await before.stop({ graceful: false });
});

const makeQueue = (idle = false): Queue => {
  const onError = (error: Error) => expect.fail(error.message);
  const queue = createQueue({
    url: database.url,
    names: NAMES,
    onError,
    onFailure: () => undefined,
    idle,
  });
  queues.push(queue);
  return queue;
};

const leave = (name: string, room: number, startAfter = 0) =>
  before.send(name, { room }, { singletonKey: JSON.stringify({ room }), startAfter });

const schemas = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace where nspname in ('pgboss', 'whetstone_jobs') order by 1
  `.execute(connection.db);
  return rows.map(({ name }) => name);
};

const setState = (state: string, room: number) =>
  sql`
    update pgboss.job set state = ${state}::pgboss.job_state, retry_count = 3,
      output = '{"message": "no broom"}', started_on = now(), heartbeat_on = now()
    where (data ->> 'room')::int = ${room}`.execute(connection.db);

const jobs = async (schema: string) => {
  const { rows } = await sql<{ job: string }>`
    select name || ' ' || (data ->> 'room') || ' ' || state as job from ${sql.raw(schema)}.job
    order by (data ->> 'room')::int`.execute(connection.db);
  return rows.map(({ job }) => job);
};

describe('jobs that an earlier version left in the schema “pgboss”', () => {
  it('are done, and the schema goes that held nothing else', async () => {
    await leave('sweep', 1);
    await leave('air', 2);
    const queue = makeQueue();
    await queue.start();
    expect(await schemas()).toEqual(['whetstone_jobs']);
    const done = new Set<string>();
    const { promise, resolve } = Promise.withResolvers<void>();
    for (const name of NAMES) {
      await queue.work(job(name), 1, ({ room }) => {
        if (done.add(`${name} ${room}`).size === 2) resolve();
        return Promise.resolve();
      });
    }
    await promise;
    expect([...done].sort()).toEqual(['air 2', 'sweep 1']);
  });

  it('keep their state, their time and their trouble', async () => {
    for (const room of [1, 2, 3, 4]) await leave('sweep', room);
    await leave('sweep', 5, 3600);
    await setState('retry', 1);
    await setState('active', 2);
    await setState('failed', 3);
    await setState('completed', 4);
    const { rows: old } = await sql<{ at: Date }>`
      select start_after as at from pgboss.job where data ->> 'room' = '5'`.execute(connection.db);
    const queue = makeQueue();
    await queue.start();
    expect(await jobs('whetstone_jobs')).toEqual([
      ...['sweep 1 retry', 'sweep 2 active', 'sweep 3 failed', 'sweep 5 created'],
    ]);
    const { rows } = await sql<{ at: Date }>`
      select start_after as at from whetstone_jobs.job where data ->> 'room' = '5'
    `.execute(connection.db);
    expect(rows).toEqual(old);
    expect(await queue.troubled()).toEqual([
      expect.objectContaining({ data: { room: 1 }, attempts: 4, reason: 'no broom' }),
      expect.objectContaining({ data: { room: 3 }, attempts: 4, reason: 'no broom' }),
    ]);
  });

  it('come over once, though two bots start together', async () => {
    for (const room of [1, 2, 3]) await leave('sweep', room);
    await Promise.all([makeQueue().start(), makeQueue().start()]);
    expect(await jobs('whetstone_jobs')).toHaveLength(3);
  });

  it('stay where they are beside an operator’s command', async () => {
    await leave('sweep', 1);
    await makeQueue(true).start();
    expect(await jobs('pgboss')).toEqual(['sweep 1 created']);
  });
});

describe('what another application keeps in the schema “pgboss”', () => {
  it('is left alone, also under a name like ours', async () => {
    await before.deleteQueue('air');
    await before.createQueue('air');
    await before.createQueue('their-own');
    await before.send('air', { room: 7 });
    await before.send('their-own', { room: 8 });
    await leave('sweep', 1);
    await makeQueue().start();
    expect(await jobs('whetstone_jobs')).toEqual(['sweep 1 created']);
    expect(await jobs('pgboss')).toEqual(['air 7 created', 'their-own 8 created']);
  });

  it('does not stop a start where its tables are not pg-boss’s', async () => {
    await sql`alter schema pgboss rename to elsewhere`.execute(connection.db);
    await sql`create schema pgboss`.execute(connection.db);
    await sql`create table pgboss.job (theirs text)`.execute(connection.db);
    await makeQueue().start();
    await sql`alter table pgboss.job add still text`.execute(connection.db);
    expect(await schemas()).toEqual(['pgboss', 'whetstone_jobs']);
  });
});
