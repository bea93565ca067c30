import { type Kysely, sql } from 'kysely';

/** What a platform said when it refused, and how often a round's work has failed alike. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tracks add column parked_detail text`.execute(db);
  await sql`
    alter table rounds
      add column failure text,
      add column failures integer not null default 0,
      add column failing_since timestamptz
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table rounds drop column failure, drop column failures, drop column failing_since
  `.execute(db);
  await sql`alter table tracks drop column parked_detail`.execute(db);
}
