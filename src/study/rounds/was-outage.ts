import type { Db } from '../../db/connect.ts';
import { lastPresence, outagesSince } from '../../db/outages.ts';
import type { Round, Track } from '../../db/tables.ts';
import { workspaceById } from '../../db/workspaces.ts';
import { isExcused, isOutage } from '../../domain/outage.ts';

/** Did an outage keep people from answering a round that closes now? One may still go on. */
export async function wasOutage(db: Db, track: Track, round: Round, now: Date): Promise<boolean> {
  if (!round.openedAt || !round.closesAt) return false;
  const { platform } = await workspaceById(db, track.workspaceId);
  const outages = await outagesSince(db, platform, round.openedAt);
  const seenAt = await lastPresence(db, platform);
  const since = { from: seenAt ?? now, until: now };
  const all = isOutage(since) ? [...outages, since] : outages;
  return isExcused({ from: round.openedAt, until: round.closesAt }, all);
}
