import { type Kysely, sql } from 'kysely';

/** Which tracks tell of each week or month in one message, and of which periods they have. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table track_digests (
      track_id integer primary key references tracks,
      -- null: it is off, and only its hour is kept
      every text check (every in ('week', 'month')),
      -- of the day; null: when the track asks
      minute integer check (minute between 0 and 1439),
      due_at timestamptz,
      -- the track's schedule and zone that due_at was reckoned from
      cron text not null,
      timezone text not null,
      check ((every is null) = (due_at is null))
    )
  `.execute(db);
  await sql`
    create table claimed_digests (
      track_id integer not null references tracks,
      period text not null,
      claimed_at timestamptz not null,
      primary key (track_id, period)
    )
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table claimed_digests`.execute(db);
  await sql`drop table track_digests`.execute(db);
}
