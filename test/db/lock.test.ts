import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, type Connection } from '../../src/db/connect.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let one: Connection;
let other: Connection;
beforeAll(async () => {
  database = await testDatabase();
  const onError = (): void => undefined;
  one = connect(database.url, { onError });
  other = connect(database.url, { onError });
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await database.drop();
});

/** Work under a lock that lasts until it is told to end; resolves once it has begun. */
async function hold({ locks }: Connection, key: string) {
  const [begun, told] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const done = locks.run(key, async () => {
    begun.resolve();
    await told.promise;
    return key;
  });
  await begun.promise;
  return { end: told.resolve, done };
}

const isFree = async ({ locks }: Connection, key: string): Promise<boolean> =>
  !(await locks.run(key, () => Promise.resolve())).busy;

/** Ends the sessions that hold locks, as a server does that restarts. */
const breakSessions = () =>
  sql`
    select pg_terminate_backend(pid) from (select distinct pid from pg_locks
      where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
    ) held`.execute(one.db);

it('a lock is held against everyone, in this process and in others, until its work is done', async () => {
  const held = await hold(one, 'round-1');
  expect(await isFree(one, 'round-1')).toBe(false);
  expect(await isFree(other, 'round-1')).toBe(false);
  expect(await isFree(other, 'round-2')).toBe(true);
  held.end();
  expect(await held.done).toEqual({ busy: false, result: 'round-1' });
  expect(await isFree(one, 'round-1')).toBe(true);
  expect(await isFree(other, 'round-1')).toBe(true);
});

it('is given back where its work fails', async () => {
  const failing = one.locks.run('round-1', () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await isFree(other, 'round-1')).toBe(true);
});

it('any number of them take one session of the server’s', async () => {
  const held = await Promise.all(Array.from({ length: 200 }, (_, n) => hold(one, `round-${n}`)));
  const { rows } = await sql<{ count: number }>`
    select count(distinct pid)::int from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())
  `.execute(one.db);
  expect(rows).toEqual([{ count: 1 }]);
  for (const { end } of held) end();
  await Promise.all(held.map(({ done }) => done));
});

it('work whose session breaks comes to its end, and the next has a session again', async () => {
  const held = await hold(one, 'round-1');
  await breakSessions();
  await expect.poll(() => isFree(other, 'round-1')).toBe(true);
  // Not twice in one process, whatever becomes of the session.
  expect(await isFree(one, 'round-1')).toBe(false);
  held.end();
  expect(await held.done).toEqual({ busy: false, result: 'round-1' });
  await expect.poll(() => isFree(one, 'round-1').catch(() => false)).toBe(true);
});
