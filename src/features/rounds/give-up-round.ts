import { listCountedAnswers } from '../standings/counted-answers.ts';
import { lockRound, updateRound } from '../../db/rounds.ts';
import { refreshStandings } from '../standings/refresh-standing.ts';
import type { Context } from '../../delivery/context.ts';

/**
 * Lets go of an open round whose question people deleted before it had a thread: hardly anyone saw it,
 * so it counts for nothing, also for who was quick enough to answer. The track goes on.
 */
export async function giveUpRound(context: Context, roundId: number): Promise<void> {
  const change = { status: 'void', voidReason: 'its question was deleted' } as const;
  await context.db.transaction().execute(async (tx) => {
    const round = await lockRound(tx, roundId, 'change');
    if (round?.status !== 'open') return;
    const answers = await listCountedAnswers(tx, roundId);
    await updateRound(tx, roundId, change);
    const { trackId } = round;
    await refreshStandings(
      tx,
      answers.map(({ memberId }) => ({ trackId, memberId })),
    );
    context.log.warn({ round: roundId }, 'gave up a round whose question was deleted');
  });
}
