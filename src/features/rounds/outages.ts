import type { PlatformName } from '../../chat/place.ts';
import type { Db } from '../../db/connect.ts';
import type { Span } from '../../domain/outage.ts';

/**
 * When a process was last connected to the platform, before this transaction; other processes wait for
 * its end. Undefined where none ever was.
 */
export async function lockPresence(db: Db, platform: PlatformName): Promise<Date | undefined> {
  const row = await db
    .selectFrom('presences')
    .select('seenAt')
    .where('platform', '=', platform)
    .forUpdate()
    .executeTakeFirst();
  return row?.seenAt;
}

/**
 * Notes that a process is connected now, in one statement, where one was since `since`. False where none
 * was, or where another process noted a later instant: then nothing is written.
 */
export async function renewPresence(
  db: Db,
  platform: PlatformName,
  { from: since, until: seenAt }: Span,
): Promise<boolean> {
  const query = db
    .updateTable('presences')
    .set({ seenAt })
    .where('platform', '=', platform)
    .where('seenAt', '>=', since)
    .where('seenAt', '<=', seenAt);
  return (await query.executeTakeFirst()).numUpdatedRows > 0n;
}

export async function savePresence(db: Db, platform: PlatformName, seenAt: Date): Promise<void> {
  await db
    .insertInto('presences')
    .values({ platform, seenAt })
    .onConflict((conflict) => conflict.column('platform').doUpdateSet({ seenAt }))
    .execute();
}

export async function insertOutage(
  db: Db,
  platform: PlatformName,
  { from, until }: Span,
): Promise<void> {
  await db.insertInto('outages').values({ platform, beganAt: from, endedAt: until }).execute();
}

/** The outages that ended since an instant, oldest first. */
export async function outagesSince(
  db: Db,
  platform: PlatformName,
  since: Date,
): Promise<readonly Span[]> {
  return db
    .selectFrom('outages')
    .select(['beganAt as from', 'endedAt as until'])
    .where('platform', '=', platform)
    .where('endedAt', '>=', since)
    .orderBy('id')
    .execute();
}

/** When a process was last connected to the platform. */
export async function lastPresence(db: Db, platform: PlatformName): Promise<Date | undefined> {
  const row = await db
    .selectFrom('presences')
    .select('seenAt')
    .where('platform', '=', platform)
    .executeTakeFirst();
  return row?.seenAt;
}
