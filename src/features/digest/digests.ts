import type { Db } from '../../db/connect.ts';
import { orNone } from '../../db/or-none.ts';
import type { Track } from '../../db/tables.ts';
import type { Maybe } from '../../db/tables/column.ts';
import type { Context } from '../../delivery/context.ts';
import { type DigestPeriod, type DigestPlan, nextDigest } from '../../domain/digest.ts';
import type { Minute } from '../../domain/time-of-day.ts';

/** How often a track tells of a period that has ended, and when. No row: never. */
interface TrackDigestTable {
  readonly trackId: number;
  /** Null: it is off, and only its hour is kept. */
  readonly every: Maybe<DigestPeriod>;
  /** The minute of the day; null where it comes when the track asks. */
  readonly minute: Maybe<Minute>;
  /** Null where it is off. */
  readonly dueAt: Maybe<Date>;
  /** The track's schedule and zone that it was reckoned from. */
  readonly cron: string;
  readonly timezone: string;
}

/** A period that was claimed: it is told of once, whatever becomes of that. */
interface ClaimedDigestTable {
  readonly trackId: number;
  readonly period: string;
  readonly claimedAt: Date;
}

export const withDigests = (db: Db) =>
  db.withTables<{
    readonly trackDigests: TrackDigestTable;
    readonly claimedDigests: ClaimedDigestTable;
  }>();

/** What people choose; `every` is null where it is off. */
export interface Digest {
  readonly every: DigestPeriod | null;
  readonly minute: Minute | null;
}

export const NO_DIGEST: Digest = { every: null, minute: null };

/** The digest of each of these tracks; those that never had one are left out. */
export async function digestsOf(
  db: Db,
  trackIds: readonly number[],
): Promise<ReadonlyMap<number, Digest>> {
  const rows = await withDigests(db)
    .selectFrom('trackDigests')
    .select(['trackId', 'every', 'minute'])
    .where('trackId', 'in', orNone(trackIds))
    .execute();
  return new Map(rows.map(({ trackId, ...digest }) => [trackId, digest]));
}

/** Changes a track's digest; what `change` leaves out stays. The caller's transaction holds the track's lock. */
export async function saveDigest(
  { db, clock }: Context,
  { id: trackId, cron, timezone }: Pick<Track, 'id' | 'cron' | 'timezone'>,
  change: Partial<Digest>,
): Promise<void> {
  const before = (await digestsOf(db, [trackId])).get(trackId) ?? NO_DIGEST;
  const digest = { ...before, ...change };
  const plan = planOf(digest, { cron, timezone });
  const row = {
    ...{ ...digest, cron, timezone },
    dueAt: plan ? nextDigest(plan, await clock.now(db)) : null,
  };
  await withDigests(db)
    .insertInto('trackDigests')
    .values({ trackId, ...row })
    .onConflict((conflict) => conflict.column('trackId').doUpdateSet(row))
    .execute();
}

/** The plan by which a digest comes; undefined where it is off. */
function planOf(
  { every, minute }: Digest,
  { cron, timezone }: Pick<Track, 'cron' | 'timezone'>,
): DigestPlan | undefined {
  return every ? { every, minute, cron, timezone } : undefined;
}
