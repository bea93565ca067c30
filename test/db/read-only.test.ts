import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { checkHealth } from '../../src/app/check-health.ts';
import { databaseClock } from '../../src/db/clock.ts';
import { connect, type Connection } from '../../src/db/connect.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let admin: Client;
let connection: Connection;
beforeAll(async () => {
  database = await testDatabase();
  admin = new Client({ connectionString: inject('postgres').server });
  await admin.connect();
  await setReadOnly('on');
  connection = connect(database.url, { onError: () => undefined, max: 1 });
});
afterAll(async () => {
  await connection.close();
  await admin.end();
  await database.drop();
});

/** For sessions that begin from now on; those there are keep what they began with. */
const setReadOnly = (value: 'on' | 'off') =>
  admin.query(`alter database ${database.name} set default_transaction_read_only to ${value}`);

const write = () =>
  connection.db.transaction().execute((tx) => sql`delete from workspaces where false`.execute(tx));

const health = async () => {
  const { db } = connection;
  return (await checkHealth({ db, clock: databaseClock }, []))['database'];
};

it('a database that turned read-only is not ready, and is written again as soon as it can be', async () => {
  await expect(write()).rejects.toMatchObject({ code: '25006' });
  expect(await health()).toMatchObject({
    ready: false,
    reason: expect.stringContaining('read-only') as string,
  });
  // The connection that there is now began while the database was read-only.
  await sql`select 1`.execute(connection.db);
  await setReadOnly('off');
  await write().catch(() => undefined);
  await write();
  expect(await health()).toEqual({ ready: true });
});

it('readiness alone replaces a connection that stayed read-only', async () => {
  await sql`set default_transaction_read_only to on`.execute(connection.db);
  expect(await health()).toMatchObject({ ready: false });
  expect(await health()).toEqual({ ready: true });
});
