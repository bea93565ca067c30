import { lockRound } from '../../db/rounds.ts';
import type { Context } from '../../delivery/context.ts';
import { listCountedAnswers } from '../standings/counted-answers.ts';
import { refreshStandings } from '../standings/refresh-standing.ts';
import { moveRound, type VoidMove } from './round-state.ts';

/** A round, and why it is to be void. */
interface Voiding extends VoidMove {
  readonly roundId: number;
}

/**
 * Takes a round out of the count, in the caller's transaction: it breaks no streak. Should an answer have
 * come all the same, from a post nobody could find, it counts no more. Returns false, and changes
 * nothing, where the round is not in the state that the move starts from.
 */
export async function voidRound(
  { db, log }: Context,
  { roundId, ...move }: Voiding,
): Promise<boolean> {
  // From here on no answer is saved to it. Those of a void round are not listed, so they are read first.
  await lockRound(db, roundId, 'change');
  const answers = await listCountedAnswers(db, roundId);
  const moved = await moveRound(db, roundId, move);
  if (moved.type === 'unfit') return false;
  const { trackId } = moved.round;
  await refreshStandings(
    db,
    answers.map(({ memberId }) => ({ trackId, memberId })),
  );
  log.warn({ round: roundId, reason: move.reason }, 'voided a round');
  return true;
}
