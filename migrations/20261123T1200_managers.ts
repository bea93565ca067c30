import { type Kysely, sql } from 'kysely';

/** Whom to write to about a track whose channel cannot be reached. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // null: set up on the command line, or by someone who has asked to be forgotten
  await sql`alter table tracks add column managed_by integer references members`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tracks drop column managed_by`.execute(db);
}
