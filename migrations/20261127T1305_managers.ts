import { type Kysely, sql } from 'kysely';

/** Who may manage beside those whom the platform itself lets manage. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table managers (
      workspace_id integer references workspaces,
      kind text check (kind in ('member', 'group', 'creator')),
      -- the platform's own id of a member or a group; empty for whoever created a channel
      external_id text,
      -- a group's name as it was typed; empty for others
      label text not null,
      named_by integer references members,
      named_at timestamptz not null,
      primary key (workspace_id, kind, external_id)
    )
  `.execute(db);
  await sql`create index managers_named_by on managers (named_by)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table managers`.execute(db);
}
