import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, type Connection } from '../../src/db/connect.ts';
import { prepared } from '../../src/db/prepared.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await testDatabase();
  connection = connect(database.url, { onError: () => undefined, max: 1 });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const plans = () =>
  sql<{ statement: string; used: string }>`
    select statement, generic_plans + custom_plans as used from pg_prepared_statements
  `.execute(connection.db);

it('has a session plan once what is marked, even where a migration comes between', async () => {
  const { db } = connection;
  const look = (key: string) =>
    db
      .selectFrom('deliveries')
      .modifyFront(prepared)
      .select('key')
      .where('key', '=', key)
      .execute();
  await look('one');
  await sql`alter table deliveries add column later integer`.execute(db);
  expect(await look('another')).toEqual([]);
  const { rows } = await plans();
  expect(rows).toEqual([
    { statement: expect.stringContaining('from "deliveries"') as unknown, used: '2' },
  ]);
});

it('keeps nothing of a statement that is not marked', async () => {
  const before = await plans();
  await connection.db.selectFrom('decks').select('name').where('id', '=', 1).execute();
  expect(await plans()).toEqual(before);
});
