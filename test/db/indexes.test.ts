import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { testDatabase } from '../support/database.ts';

/** Columns that refer to members and that no index of their table begins with. */
const UNINDEXED = sql<{ column: string }>`
  select format('%s.%s', fk.conrelid::regclass, col.attname) as column
  from pg_constraint fk
  join pg_attribute col on col.attrelid = fk.conrelid and col.attnum = fk.conkey[1]
  where fk.contype = 'f' and fk.confrelid = 'members'::regclass and not exists (
    select from pg_index where indrelid = fk.conrelid and indkey[0] = fk.conkey[1])
  order by 1`;

it('what refers to a member is found without reading what refers to others', async () => {
  const database = await testDatabase();
  const { db, close } = connect(database.url, { onError: () => undefined });
  const { rows } = await UNINDEXED.execute(db);
  await close();
  await database.drop();
  expect(rows.map(({ column }) => column)).toEqual([]);
});
