import { type Kysely, sql } from 'kysely';

/** Every process says that it runs, not workers alone: they share limits, and tell each other apart. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table processes add column is_worker boolean not null default true`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from processes where not is_worker`.execute(db);
  await sql`alter table processes drop column is_worker`.execute(db);
}
