import { type Kysely, sql } from 'kysely';

/** The days on which a member said that they are away, so that a round missed then breaks no streak. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table away_days (
      id integer primary key generated always as identity,
      member_id integer not null references members,
      -- days of a calendar, counted from the first of January 1970, both included
      from_day integer not null,
      until_day integer not null check (until_day >= from_day),
      announced_at timestamptz not null,
      -- since when it no longer holds; a round whose deadline came before is excused by it all the same
      revoked_at timestamptz
    )
  `.execute(db);
  await sql`create index away_days_member on away_days (member_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table away_days`.execute(db);
}
