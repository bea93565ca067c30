import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { migrateDown, migrateToLatest, newestMigration } from '../../src/db/migrate.ts';
import { testDatabase } from '../support/database.ts';

/** Two people worked side by side: the one whose migration bears the earlier name was done later. */
it('makes a migration that came after later ones, and takes it back first', async () => {
  const late = '20261127T0502_contests';
  const database = await testDatabase();
  const { url } = database;
  const { db, close } = connect(url, { onError: () => undefined, max: 1 });
  try {
    await sql`drop table contests`.execute(db);
    await sql`delete from kysely_migration where name = ${late}`.execute(db);
    expect(await migrateToLatest(url)).toEqual([late]);
    expect(await newestMigration(url)).toBe(late);
    expect(await migrateDown(url)).toEqual([late]);
    expect(await migrateToLatest(url)).toEqual([late]);
  } finally {
    await close();
    await database.drop();
  }
});
