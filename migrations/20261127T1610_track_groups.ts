import { type Kysely, sql } from 'kysely';

/** Whom the questions of a track notify. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table track_groups (
      track_id integer primary key references tracks,
      group_id text not null,
      name text not null,
      gone_at timestamptz
    )
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table track_groups`.execute(db);
}
