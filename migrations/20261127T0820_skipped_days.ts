import { type Kysely, sql } from 'kysely';

/** The days on which a track asks nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table skipped_days (
      id integer primary key generated always as identity,
      track_id integer not null references tracks,
      -- days of a calendar, counted from the first of January 1970, both included
      from_day integer not null,
      until_day integer not null check (until_day >= from_day),
      -- empty where nobody said why
      reason text not null
    )
  `.execute(db);
  await sql`create index skipped_days_track on skipped_days (track_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table skipped_days`.execute(db);
}
