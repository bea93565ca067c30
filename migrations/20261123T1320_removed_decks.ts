import { type Kysely, sql } from 'kysely';

/** A deck that was removed keeps its row: past rounds and quizzes hang on its questions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // null: in use
  await sql`alter table decks add column removed_at timestamptz`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table decks drop column removed_at`.execute(db);
}
