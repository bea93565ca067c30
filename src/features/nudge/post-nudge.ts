import type { Place } from '../../chat/place.ts';
import type { Context } from '../../delivery/context.ts';
import { logRefusal } from '../../delivery/platform-faults.ts';
import { findPosted, postOnce } from '../../delivery/post-once.ts';
import { isInTime } from '../../domain/nudge.ts';
import { type RoundContext, withRoundLock } from '../rounds/with-round.ts';
import { countAnswers } from '../standings/counted-answers.ts';
import { nudgeCard } from './nudge-card.ts';
import { nudgesOf } from './nudges.ts';

/** Posts a claimed nudge, unless its time is over by now. Safe to repeat after any failure. */
export async function postNudge(context: Context, roundId: number): Promise<void> {
  await withRoundLock(context, roundId, async (at) => {
    const { thread } = at.round;
    if (!thread) return;
    await logRefusal(context, { round: roundId }, async () => {
      if (await isWanted(context, at)) await post(context, at, thread);
      // An attempt whose outcome is unknown may stand all the same.
      else await findPosted(context, { ...at, place: thread, key: keyOf(roundId) });
    });
  });
}

const keyOf = (roundId: number): string => `round-${roundId}-nudge`;

async function isWanted(
  { db, clock }: Context,
  { round: { status, closesAt }, track }: RoundContext,
): Promise<boolean> {
  if (status !== 'open' || !closesAt) return false;
  if (track.status === 'suspended' || track.status === 'removed') return false;
  const beforeSeconds = (await nudgesOf(db, [track.id])).get(track.id);
  return beforeSeconds !== undefined && isInTime({ closesAt, beforeSeconds }, await clock.now(db));
}

async function post(
  context: Context,
  { round: { id: roundId, language, closesAt }, platform }: RoundContext,
  place: Place,
): Promise<void> {
  if (!closesAt) return;
  const { inTime: answers } = (await countAnswers(context.db, [roundId]))(roundId);
  const message = nudgeCard({ language, roundId, closesAt, answers });
  await postOnce(context, { platform, place, message, key: keyOf(roundId) });
}
