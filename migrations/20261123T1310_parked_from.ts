import { type Kysely, sql } from 'kysely';

/** A track that was paused when it was parked is paused again when that is mended. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // null: not parked, or parked before this was kept
  await sql`
    alter table tracks add column parked_from text check (parked_from in ('active', 'paused'))
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tracks drop column parked_from`.execute(db);
}
