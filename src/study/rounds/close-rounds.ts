import { marksOf } from '../../db/answers.ts';
import { membersOnStreak } from '../../db/boards.ts';
import type { Db } from '../../db/connect.ts';
import { lockEndedRound, updateRound } from '../../db/rounds.ts';
import type { Round } from '../../db/tables.ts';
import { trackById } from '../../db/tracks.ts';
import { groupOf } from './claim-round.ts';
import type { Context } from '../context.ts';
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
  await updateRound(tx, round.id, { status: 'closed', closedAt: now });
  const onStreak = await membersOnStreak(tx, round.trackId);
  const marks = await marksOf(tx, round.trackId, onStreak);
  const missed = onStreak.filter(
    (member) => !marks.get(member)?.find((mark) => mark.round === round.number)?.answered,
  );
  for (const member of missed) await refreshStanding(tx, round.trackId, member);
  const track = await trackById(tx, round.trackId);
  if (!track) return;
  await context.enqueue(tx, 'reveal', { roundId: round.id }, { group: groupOf(track) });
  context.log.info({ round: round.id, track: track.id, missed: missed.length }, 'closed a round');
}
