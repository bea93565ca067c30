import { type Kysely, sql } from 'kysely';

/** What the addresses of the tracks' calendar feeds are signed with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table installation add column feed_secret text not null
      default gen_random_uuid()::text || gen_random_uuid()::text
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table installation drop column feed_secret`.execute(db);
}
