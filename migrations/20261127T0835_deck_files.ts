import { type Kysely, sql } from 'kysely';

/** What a deck was loaded from is on record, so that a start reads only files that have changed since. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table decks add column files_hash text`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table decks drop column files_hash`.execute(db);
}
