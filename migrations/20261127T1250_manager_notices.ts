import { type Kysely, sql } from 'kysely';

/** When managers were told of what waits for them, and what is needed to take an approval back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table manager_notices (
      member_id integer primary key references members,
      told_at timestamptz not null
    )
  `.execute(db);
  // the question's name in the team's deck; null where it was never approved, or before this column was
  await sql`alter table proposals add slug text`.execute(db);
  await sql`
    create index proposals_untold on proposals (decided_at)
    where status = 'approved' and told_at is null
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index proposals_untold`.execute(db);
  await sql`alter table proposals drop column slug`.execute(db);
  await sql`drop table manager_notices`.execute(db);
}
