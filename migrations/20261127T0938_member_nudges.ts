import { type Kysely, sql } from 'kysely';

/** Who wants a private message before rounds close that they have not answered, and who had it for which. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table member_nudges (
      member_id integer primary key references members,
      -- since when it rests, because the member took no private message
      refused_at timestamptz
    )
  `.execute(db);
  await sql`
    create table nudged_members (
      round_id integer references rounds,
      member_id integer references members,
      nudged_at timestamptz not null,
      primary key (round_id, member_id)
    )
  `.execute(db);
  await sql`create index nudged_members_member on nudged_members (member_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table nudged_members`.execute(db);
  await sql`drop table member_nudges`.execute(db);
}
