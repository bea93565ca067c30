import { sql } from 'kysely';
import type { PlatformName } from '../../chat/place.ts';
import type { Db } from '../../db/connect.ts';
import type { Context } from '../../delivery/context.ts';
import { isOutage, SHORTEST_OUTAGE_MS, type TimeRange } from '../../domain/outage.ts';

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

/** When a process was last connected to each platform. */
export async function presences(db: Db): Promise<ReadonlyMap<PlatformName, Date>> {
  const rows = await db.selectFrom('presences').selectAll().execute();
  return new Map(rows.map(({ platform, seenAt }) => [platform, seenAt]));
}

/**
 * Notes that a process is connected to these platforms now, in one statement. Returns those of which that is
 * noted: not one whose last note is so old that it tells of an outage, nor one of which another process
 * noted a later instant.
 */
export async function renewPresences(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  platforms: readonly PlatformName[],
): Promise<readonly PlatformName[]> {
  const now = clock.instant();
  const rows = await db
    .updateTable('presences')
    .set({ seenAt: now })
    .where(sql<boolean>`platform = any(${platforms}::text[])`)
    .where('seenAt', '>=', sql<Date>`${now} - ${SHORTEST_OUTAGE_MS} * interval '1 ms'`)
    .where('seenAt', '<=', now)
    .returning('platform')
    .execute();
  return rows.map(({ platform }) => platform);
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
  { from, until }: TimeRange,
): Promise<void> {
  await db.insertInto('outages').values({ platform, beganAt: from, endedAt: until }).execute();
}

/** The outages that ended since an instant, oldest first. */
export async function outagesSince(
  db: Db,
  platform: PlatformName,
  since: Date,
): Promise<readonly TimeRange[]> {
  return db
    .selectFrom('outages')
    .select(['beganAt as from', 'endedAt as until'])
    .where('platform', '=', platform)
    .where('endedAt', '>=', since)
    .orderBy('id')
    .execute();
}

/**
 * The outages on a platform that ended since an instant, with one that goes on now. One statement reads
 * both: between two, another process might note that the outage is over, and neither would show it.
 */
export async function outagesUntilNow(
  db: Db,
  platform: PlatformName,
  { from, until: now }: TimeRange,
): Promise<readonly TimeRange[]> {
  const { rows } = await sql<TimeRange>`
    select began_at as "from", ended_at as until from outages
    where platform = ${platform} and ended_at >= ${from}
    union all
    select seen_at, ${now}::timestamptz from presences where platform = ${platform}
  `.execute(db);
  return rows.filter(isOutage);
}
