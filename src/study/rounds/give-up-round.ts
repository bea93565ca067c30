import { standingAnswers } from '../../db/counted-answers.ts';
import { lockRound, updateRound } from '../../db/rounds.ts';
import { refreshStanding } from '../answers/refresh-standing.ts';
import type { Context } from '../context.ts';

/**
 * Lets go of an open round whose question people deleted before it had a thread: hardly anyone saw it,
 * so it counts for nothing, also for who was quick enough to answer. The track goes on.
 */
export async function giveUpRound(context: Context, roundId: number): Promise<void> {
  const change = { status: 'void', voidReason: 'its question was deleted' } as const;
  await context.db.transaction().execute(async (tx) => {
    const round = await lockRound(tx, roundId, 'change');
    if (round?.status !== 'open') return;
    const answers = await standingAnswers(tx, roundId);
    await updateRound(tx, roundId, change);
    // In the order in which closing a round takes up its members.
    const members = answers.map(({ memberId }) => memberId).sort((one, other) => one - other);
    for (const member of members) await refreshStanding(tx, round.trackId, member);
    context.log.warn({ round: roundId }, 'gave up a round whose question was deleted');
  });
}
