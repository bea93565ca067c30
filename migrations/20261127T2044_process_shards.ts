import { type Kysely, sql } from 'kysely';

/** What each process hears of Discord, so that those that do not fit together are noticed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table processes
      -- empty where it hears them all, and null where it hears nothing of Discord
      add column shards integer[],
      -- how many there are in all processes together, as its settings say
      add column shard_count integer
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table processes drop column shards, drop column shard_count`.execute(db);
}
