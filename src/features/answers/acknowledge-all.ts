import { type Platform, PlatformError } from '../../chat/platform.ts';
import type { Answer } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { passesByItself } from '../../delivery/platform-faults.ts';
import { inChannelOf } from '../rounds/jobs.ts';
import { findRoundContext } from '../rounds/with-round.ts';
import { answersByIds } from './answer-queries.ts';
import { acknowledgeJob } from './jobs.ts';

/** The platform's own client makes them wait where this is too fast. */
const AT_A_TIME = 8;

/**
 * Marks thread answers of one round that were taken together. Whatever cannot be marked here gets a job of its
 * own, which tries again or tells the author otherwise: so it holds up no other.
 */
export async function acknowledgeAll(
  context: Context,
  answerIds: readonly number[],
): Promise<void> {
  const answers = await answersByIds(context.db, answerIds);
  const at = answers[0] && (await findRoundContext(context, answers[0].roundId));
  if (!at) return;
  const marked = await markEach(at.platform, answers.filter(isToBeMarked));
  // One that was withdrawn meanwhile may have to lose its mark.
  const now = await answersByIds(context.db, [...marked]);
  const done = new Set(now.filter(isToBeMarked).map(({ id }) => id));
  const left = answers.filter(({ id }) => !done.has(id));
  if (left.length === 0) return;
  await inTransaction(context, async ({ db, enqueue }) => {
    for (const { id } of left)
      await enqueue(db, inChannelOf(at.track, acknowledgeJob), { answerId: id });
  });
}

const isToBeMarked = ({ withdrawnAt, late, message }: Answer): boolean =>
  withdrawnAt === null && !late && message !== null;

/** Returns which were marked. Where the platform asks for time, the others are not tried. */
async function markEach(
  platform: Platform,
  answers: readonly Answer[],
): Promise<ReadonlySet<number>> {
  const waiting = [...answers];
  const marked = new Set<number>();
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      try {
        if (next.message) await platform.acknowledge(next.message, 'accepted');
        marked.add(next.id);
      } catch (error) {
        if (error instanceof PlatformError && passesByItself(error)) waiting.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return marked;
}
