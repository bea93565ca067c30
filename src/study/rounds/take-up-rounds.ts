import { unfinishedRounds } from '../../db/rounds.ts';
import { trackById } from '../../db/tracks.ts';
import { groupOf } from './claim-round.ts';
import type { Context } from '../context.ts';

/**
 * Enqueues again what rounds still owe: at start, after a crash, or when a parked track is resumed.
 * Jobs look before they act, so one too many does nothing.
 */
export async function takeUpRounds(context: Context, trackId?: number): Promise<void> {
  const { db } = context;
  for (const round of await unfinishedRounds(db, trackId)) {
    const track = await trackById(db, round.trackId);
    if (!track) continue;
    const job = round.status === 'closed' ? 'reveal' : 'ask';
    await db.transaction().execute(async (tx) => {
      await context.enqueue(tx, job, { roundId: round.id }, { group: groupOf(track) });
    });
  }
}
