import { type Kysely, sql } from 'kysely';

/**
 * By `installation.id` the buttons and posts of this database's bot are told from those of another bot on
 * the same token. `deliveries.mark` is what a post bears on the platform; it is null for posts that were
 * made before, which bear their key alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table installation (
      id text not null,
      single boolean primary key default true check (single)
    )
  `.execute(db);
  await sql`alter table deliveries add column mark text`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table deliveries drop column mark`.execute(db);
  await sql`drop table installation`.execute(db);
}
