import { standingAnswers } from '../../db/answers.ts';
import type { Db } from '../../db/connect.ts';
import { liveRounds, lockRound, updateRound } from '../../db/rounds.ts';
import type { Round, Track } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { refreshStanding } from '../answers/refresh-standing.ts';

/**
 * Lets go of what a track cannot do any more because people deleted its messages; otherwise it would
 * park again at once. A closed round counts without its reveal, and one whose question is gone before
 * it had a thread counts for nothing. The caller holds the track's lock.
 */
export async function giveUpLostRounds(context: Context, tx: Db, track: Track): Promise<void> {
  for (const { id } of await liveRounds(tx, track.id)) {
    const round = await lockRound(tx, id, 'change');
    if (round?.status === 'closed') await updateRound(tx, id, { status: 'revealed' });
    if (round?.status === 'open' && !round.thread) await voidLost(tx, round);
    context.log.info({ round: id, status: round?.status }, 'gave up what a round cannot do');
  }
}

async function voidLost(tx: Db, round: Round): Promise<void> {
  const answers = await standingAnswers(tx, round.id);
  await updateRound(tx, round.id, { status: 'void', voidReason: 'its question was deleted' });
  // In the order in which closing a round takes up its members.
  const members = answers.map(({ memberId }) => memberId).sort((a, b) => a - b);
  for (const memberId of members) await refreshStanding(tx, round.trackId, memberId);
}
