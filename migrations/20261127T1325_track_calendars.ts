import { type Kysely, sql } from 'kysely';

/** The .ics calendar whose days a track skips, which keeps its newest good days among those. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table track_calendars (
      track_id integer primary key references tracks,
      -- what people know it by: the host of its address, or the name of its file
      name text not null,
      address text,
      -- the whole file, where it came as one: it is read anew as time goes on
      file text,
      read_at timestamptz not null,
      refresh_at timestamptz not null,
      -- why it could not be read the last time, and since when; null where it could
      failed_since timestamptz,
      fault jsonb,
      check ((address is null) <> (file is null))
    )
  `.execute(db);
  await sql`
    alter table skipped_days add column from_calendar boolean not null default false
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from skipped_days where from_calendar`.execute(db);
  await sql`alter table skipped_days drop column from_calendar`.execute(db);
  await sql`drop table track_calendars`.execute(db);
}
