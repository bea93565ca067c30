import { type Kysely, sql } from 'kysely';

/** How many members of a track have so many points in a period, so that a place is read without reading who is ahead. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table score_counts (
      track_id integer not null references tracks,
      period text not null,
      points integer not null,
      -- members are spread over four rows, since everyone who gains a point changes one
      part integer not null,
      members integer not null,
      primary key (track_id, period, points, part)
    )
  `.execute(db);
  await sql`
    insert into score_counts (track_id, period, points, part, members)
    select track_id, period, points, member_id % 4, count(*) from scores
    group by track_id, period, points, member_id % 4
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table score_counts`.execute(db);
}
