import { type Kysely, sql } from 'kysely';

/** Choices among a question's options, beside what people write. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table answers
      -- the places of the chosen options in the question as it was asked
      add column picked integer[],
      drop constraint answers_source_check,
      add constraint answers_source_check check (source in ('form', 'thread', 'choice'))
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from answers where source = 'choice'`.execute(db);
  await sql`
    alter table answers
      drop column picked,
      drop constraint answers_source_check,
      add constraint answers_source_check check (source in ('form', 'thread'))
  `.execute(db);
}
