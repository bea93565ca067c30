import type { Context } from '../../delivery/context.ts';
import { noteCard } from '../../delivery/note-card.ts';
import { logRefusal } from '../../delivery/platform-faults.ts';
import { postOnce } from '../../delivery/post-once.ts';
import { withRoundLock } from '../rounds/with-round.ts';
import { correctionWords } from './words/index.ts';

/**
 * Says in a round's thread, once, that it counts for nobody or counts again, and why. By whom is told to each
 * member who asks for their marks: what stands in a thread cannot forget a name.
 */
export async function tellCorrection(context: Context, correctionId: number): Promise<void> {
  const correction = await context.db
    .selectFrom('corrections')
    .select(['roundId', 'reason', 'takesBack'])
    .where('id', '=', correctionId)
    .executeTakeFirst();
  if (!correction) return;
  const { roundId, reason, takesBack } = correction;
  await withRoundLock(context, roundId, async ({ round, track, platform }) => {
    if (!round.thread || track.status === 'removed') return;
    const place = round.thread;
    const words = correctionWords(round.language);
    const told = { number: round.number, reason };
    const text = takesBack === null ? words.nowVoid(told) : words.notVoid(told);
    const key = `correction-${correctionId}`;
    await logRefusal(context, { correction: correctionId }, async () => {
      await postOnce(context, { platform, place, key, message: noteCard(text) });
    });
  });
}
