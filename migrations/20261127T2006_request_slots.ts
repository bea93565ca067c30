import { type Kysely, sql } from 'kysely';

/**
 * From when on a platform may be sent another request, by all processes together. Unlogged: it changes several
 * times a second while there is much to send, and what a crash of the server loses is over within a second.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create unlogged table request_slots (
      platform text primary key,
      free_at timestamptz not null
    )
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table request_slots`.execute(db);
}
