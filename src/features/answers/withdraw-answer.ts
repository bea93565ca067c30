import type { MessageRef, PlatformName } from '../../chat/place.ts';
import { withdrawAnswer } from './answer-queries.ts';
import { lockRound, roundOfThread } from '../../db/rounds.ts';
import type { Context } from '../../delivery/context.ts';
import { refreshStanding } from '../standings/refresh-standing.ts';

/**
 * Withdraws the answer a deleted thread message gave, if it gave one. Before the deadline its point
 * goes with it; afterwards only the text does.
 */
export async function withdrawThreadAnswer(
  context: Context,
  platform: PlatformName,
  ref: MessageRef,
): Promise<void> {
  const found = await roundOfThread(context.db, platform, ref);
  if (!found) return;
  await context.db.transaction().execute(async (tx) => {
    const round = await lockRound(tx, found.round.id, 'share');
    if (!round) return;
    const at = await context.clock.now(tx);
    const memberId = await withdrawAnswer(tx, { roundId: round.id, sourceKey: ref.message, at });
    if (memberId !== undefined) await refreshStanding(tx, { trackId: round.trackId, memberId });
    context.log.info({ round: round.id, known: memberId !== undefined }, 'withdrew an answer');
  });
}
