import type { PlatformName } from '../../chat/place.ts';
import type { Db } from '../../db/connect.ts';
import type { Round, Track, Workspace } from '../../db/tables.ts';
import { isExcused, type TimeRange } from '../../domain/outage.ts';
import { outagesUntilNow } from './outages.ts';

/** A round that closes, and where it was asked. */
export interface Closing {
  readonly round: Round;
  readonly track: Track;
  readonly platform: Workspace['platform'];
}

/** The rounds, of those that close now, that an outage kept people from answering; it may still go on. */
export async function findExcused(
  db: Db,
  closing: readonly Closing[],
  now: Date,
): Promise<readonly number[]> {
  const excused: number[] = [];
  for (const [platform, rounds] of Map.groupBy(closing, (one) => one.platform)) {
    const asked = rounds.flatMap(({ round: { id, openedAt, closesAt } }) =>
      openedAt && closesAt ? [{ id, from: openedAt, until: closesAt }] : [],
    );
    const outages = await outagesAround(db, { platform, asked, now });
    excused.push(...asked.filter((round) => isExcused(round, outages)).map(({ id }) => id));
  }
  return excused;
}

/** When rounds were open on a platform, seen from now. */
interface AskedThere {
  readonly platform: PlatformName;
  readonly asked: readonly TimeRange[];
  readonly now: Date;
}

/** The outages that may have touched one of these times, with one that goes on now. */
async function outagesAround(
  db: Db,
  { platform, asked, now }: AskedThere,
): Promise<readonly TimeRange[]> {
  if (asked.length === 0) return [];
  const from = new Date(Math.min(...asked.map((one) => one.from.getTime())));
  return outagesUntilNow(db, platform, { from, until: now });
}
