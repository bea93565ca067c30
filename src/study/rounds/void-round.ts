import { lockRound, updateRound } from '../../db/rounds.ts';
import type { Context } from '../context.ts';

/** Takes a round that was never posted out of the count: it breaks no streak. */
export async function voidRound(context: Context, roundId: number, reason: string): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const round = await lockRound(tx, roundId, 'change');
    if (round?.status !== 'claimed') return;
    await updateRound(tx, roundId, { status: 'void', voidReason: reason });
  });
  context.log.warn({ round: roundId, reason }, 'voided a round');
}
