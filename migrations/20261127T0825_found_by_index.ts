import { type Kysely, sql } from 'kysely';

/**
 * What people ask for often is found without reading what it is not about: a member by their name in any
 * case, and whether a question is a classic without its whole text.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index members_folded_name on members (workspace_id, lower(name))`.execute(db);
  await sql`
    alter table questions add classic boolean not null
      generated always as (coalesce((body ->> 'classic')::boolean, false)) stored
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table questions drop column classic`.execute(db);
  await sql`drop index members_folded_name`.execute(db);
}
