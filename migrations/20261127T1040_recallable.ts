import { type Kysely, sql } from 'kysely';

/** Whether a question has anything to remember, so that a choice among questions reads none of their texts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // One to discuss has no reference answer and no options, in any language.
  await sql`
    alter table questions add recallable boolean not null generated always as (
      jsonb_path_exists(body, '$.* ? (exists(@.answer) || exists(@.options))')
    ) stored
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table questions drop column recallable`.execute(db);
}
