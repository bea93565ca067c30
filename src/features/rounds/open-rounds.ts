import { type DueTrack, lockDueTrack, updateTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { newestAsked, nextAsked } from '../../domain/calendar.ts';
import { calendarOf } from '../calendar/calendar-of.ts';
import { suspendTrack } from '../tracks/suspend-track.ts';
import { claimRound } from './claim-round.ts';

/**
 * The most that are claimed side by side, where many are due: most of a claim is waiting for the database. More would
 * only be claimed sooner than it can be posted, and take the processor from those who press buttons meanwhile.
 */
const AT_A_TIME = 2;

/**
 * Claims a round for every track on this process's platforms whose due instant has come, each in a
 * transaction of its own, so that one bad track holds up no other. Any number of replicas may run it at once.
 * At most `most` tracks are looked for, where that many are known to be due.
 */
export async function openDueRounds(context: Context, most = Infinity): Promise<void> {
  const failed: number[] = [];
  let begun = 0;
  const open = async (): Promise<void> => {
    while (begun++ < most && (await openNextDue(context, failed)));
  };
  await Promise.all(Array.from({ length: Math.min(most, AT_A_TIME) }, open));
}

/** Opens the next due round. Returns false when none is due. A round that cannot be opened waits for the next tick. */
async function openNextDue(context: Context, failed: number[]): Promise<boolean> {
  let id: number | undefined;
  try {
    await inTransaction(context, async (inside) => {
      // What is asked on a platform that nobody has set up would only wait there.
      const platforms = [...inside.platforms.keys()];
      const due = await lockDueTrack(inside.db, inside.clock, { platforms, except: failed });
      id = due?.track.id;
      if (due?.track.nextDueAt) await openDue(inside, due, due.track.nextDueAt);
    });
  } catch (error) {
    if (id === undefined) throw error;
    context.log.error({ err: error, track: id }, 'could not open a round');
    failed.push(id);
  }
  return id !== undefined;
}

async function openDue(context: Context, { track, now }: DueTrack, storedDue: Date): Promise<void> {
  // A late process asks the newest missed question only; the stored instant counts as missed.
  const calendar = await calendarOf(context.db, track);
  const due = newestAsked(calendar, storedDue, now) ?? storedDue;
  const claimed = await claimRound(context, { track, dueAt: due });
  if (claimed.type === 'deck-empty') {
    return suspendTrack(context, { trackId: track.id, reason: 'deck-empty' });
  }
  await updateTrack(context.db, track.id, { nextDueAt: nextAsked(calendar, now) ?? null });
  if (claimed.type !== 'claimed') return;
  const lateMs = now.getTime() - due.getTime();
  context.observe({ type: 'round-claimed', lateMs });
  context.log.info({ track: track.id, round: claimed.round.id, due, lateMs }, 'claimed a round');
}
