import { type Kysely, sql } from 'kysely';

/** Up to where a stored streak has counted, so that an answer to a newer round is counted on from there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Null: not known. The next answer has the streak folded anew, which tells.
  await sql`alter table streaks add newest integer`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table streaks drop column newest`.execute(db);
}
