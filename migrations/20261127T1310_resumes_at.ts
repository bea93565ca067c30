import { type Kysely, sql } from 'kysely';

/** When a paused track goes on by itself; null where somebody has to resume it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tracks add column resumes_at timestamptz`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tracks drop column resumes_at`.execute(db);
}
