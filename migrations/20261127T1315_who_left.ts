import { type Kysely, sql } from 'kysely';

/** Who left the server or workspace, and when that was looked at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table members
      add left_at timestamptz,
      -- null: nobody has looked so far
      add looked_at timestamptz
  `.execute(db);
  await sql`create index members_left on members (workspace_id) where left_at is not null`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index members_left`.execute(db);
  await sql`alter table members drop column left_at, drop column looked_at`.execute(db);
}
