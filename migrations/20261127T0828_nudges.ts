import { type Kysely, sql } from 'kysely';

/** How long before a track's deadlines its threads are reminded of them, and which rounds had that. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table track_nudges (
      track_id integer primary key references tracks,
      before_seconds integer not null check (before_seconds > 0)
    )
  `.execute(db);
  await sql`
    create table nudged_rounds (
      round_id integer primary key references rounds,
      nudged_at timestamptz not null
    )
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table nudged_rounds`.execute(db);
  await sql`drop table track_nudges`.execute(db);
}
