import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtOnce, type InputOf } from '../../src/db/built-once.ts';
import { connect, type Connection } from '../../src/db/connect.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await testDatabase();
  connection = connect(database.url, { onError: () => undefined });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

interface Deck {
  readonly name: string;
  readonly ids: readonly number[];
  readonly workspaceId: number | null;
}

it('is built at its first use, and made with what is given each time', async () => {
  let built = 0;
  const look = builtOnce((_db, given: InputOf<Deck>) => {
    built++;
    return sql`select ${given('name')}::text as deck_name, ${given('ids')}::integer[] as ids,
      ${given('workspaceId')}::integer as workspace_id, ${'kept'}::text as kept`;
  });
  const { db } = connection;
  const none = { deckName: 'none', ids: [], workspaceId: null, kept: 'kept' };
  expect(await look(db, { name: 'none', ids: [], workspaceId: null })).toEqual([none]);
  const inTransaction = await db
    .transaction()
    .execute((tx) => look(tx, { name: 'some', ids: [1, 2], workspaceId: 3 }));
  expect(inTransaction).toEqual([{ deckName: 'some', ids: [1, 2], workspaceId: 3, kept: 'kept' }]);
  expect(built).toBe(1);
});
