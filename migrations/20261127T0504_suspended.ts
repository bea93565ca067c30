import { type Kysely, sql } from 'kysely';

/** A track that cannot go on is `suspended`; it was called `parked` before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await rename(db, 'parked', 'suspended');
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await rename(db, 'suspended', 'parked');
}

/** The word of a track's status and of the columns that say why it is so. */
async function rename(db: Kysely<unknown>, before: string, after: string): Promise<void> {
  await sql`alter table tracks drop constraint tracks_status_check`.execute(db);
  await sql`update tracks set status = ${after} where status = ${before}`.execute(db);
  await sql`
    alter table tracks add constraint tracks_status_check
      check (status in ('active', 'paused', ${sql.lit(after)}, 'removed'))
  `.execute(db);
  for (const column of ['reason', 'detail', 'from']) {
    const [old, now] = [`${before}_${column}`, `${after}_${column}`];
    await sql`alter table tracks rename column ${sql.ref(old)} to ${sql.ref(now)}`.execute(db);
  }
  const [old, now] = [`tracks_${before}_from_check`, `tracks_${after}_from_check`];
  await sql`alter table tracks rename constraint ${sql.ref(old)} to ${sql.ref(now)}`.execute(db);
}
