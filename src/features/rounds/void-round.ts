import { listCountedAnswers } from '../standings/counted-answers.ts';
import type { Db } from '../../db/connect.ts';
import { lockRound, updateRound } from '../../db/rounds.ts';
import { refreshStandings } from '../standings/refresh-standing.ts';
import type { Context } from '../../delivery/context.ts';

/**
 * Takes a round that was never posted out of the count: it breaks no streak. Should an answer have come
 * all the same, from a post nobody could find, it counts no more.
 */
export async function voidRound(context: Context, roundId: number, reason: string): Promise<void> {
  await context.db.transaction().execute((tx) => voidClaimed(tx, roundId, reason));
  context.log.warn({ round: roundId, reason }, 'voided a round');
}

/** The same in the caller's transaction; returns false for a round that stands by now. */
export async function voidClaimed(tx: Db, roundId: number, reason: string): Promise<boolean> {
  const round = await lockRound(tx, roundId, 'change');
  if (round?.status !== 'claimed') return false;
  const answers = await listCountedAnswers(tx, roundId);
  await updateRound(tx, roundId, { status: 'void', voidReason: reason });
  const { trackId } = round;
  await refreshStandings(
    tx,
    answers.map(({ memberId }) => ({ trackId, memberId })),
  );
  return true;
}
