import { marksOf } from '../../db/counted-answers.ts';
import { membersWithStreak } from '../../db/boards.ts';
import type { Db } from '../../db/connect.ts';
import { hasLaterClosed, lockEndedRound, updateRound } from '../../db/rounds.ts';
import type { Round } from '../../db/tables.ts';
import { trackOfRound } from '../../db/tracks.ts';
import { groupOf } from './claim-round.ts';
import type { Context } from '../context.ts';
import { wasOutage } from './was-outage.ts';
import { refreshStanding } from '../answers/refresh-standing.ts';

/**
 * Closes every round whose deadline has come, each in a transaction of its own, so that one bad round
 * holds up no other.
 */
export async function closeEndedRounds(context: Context): Promise<void> {
  const failed: number[] = [];
  while (await closeNextEnded(context, failed));
}

/** False when no round is to be closed any more. One that cannot be is set aside until the next tick. */
async function closeNextEnded(context: Context, failed: number[]): Promise<boolean> {
  let id: number | undefined;
  try {
    await context.db.transaction().execute(async (tx) => {
      const now = await context.clock.now(tx);
      const round = await lockEndedRound(tx, now, failed);
      id = round?.id;
      if (round) await closeRound(context, tx, round, now);
    });
  } catch (error) {
    if (id === undefined) throw error;
    context.log.error({ err: error, round: id }, 'could not close a round');
    failed.push(id);
  }
  return id !== undefined;
}

/**
 * Closes a locked round: those who missed it lose their streak or a freeze, and its reveal is due.
 * The deadline stays what was stated; `closed_at` says when it was carried out.
 */
export async function closeRound(context: Context, tx: Db, round: Round, now: Date): Promise<void> {
  const track = await trackOfRound(tx, round.id);
  const excused = await wasOutage(tx, track, round, now);
  await updateRound(tx, round.id, { status: 'closed', closedAt: now, excused });
  const missed = await whoMissed(tx, round);
  for (const member of missed) await refreshStanding(tx, round.trackId, member);
  await context.enqueue(tx, 'reveal', { roundId: round.id }, { group: groupOf(track) });
  const about = { round: round.id, track: track.id, missed: missed.length, excused };
  context.log.info(about, 'closed a round');
}

/** The members whose streak the round may change by what they did not do, in an order to lock them in. */
async function whoMissed(tx: Db, round: Round): Promise<readonly number[]> {
  // Who has no streak now has none to lose, unless this round stood open within one that is long over.
  const inOrder = !(await hasLaterClosed(tx, round));
  const members = await membersWithStreak(tx, round.trackId, inOrder ? 'now' : 'ever');
  const marks = await marksOf(tx, round.trackId, members);
  return members.filter(
    (member) => !marks.get(member)?.find((mark) => mark.round === round.number)?.answered,
  );
}
