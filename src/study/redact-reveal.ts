import { redactedPage } from '../cards/reveal.ts';
import type { Message } from '../chat/message.ts';
import type { MessageRef } from '../chat/place.ts';
import { PlatformError } from '../chat/platform.ts';
import { standingAnswers } from '../db/answers.ts';
import { findDelivery } from '../db/deliveries.ts';
import { roundFacts } from './card-facts.ts';
import type { Context } from './context.ts';
import { aloneWithRound, type OnPlatform, patience } from './on-platform.ts';
import { findPosted } from './post-once.ts';
import { redactedReveal, revealKey } from './reveal-message.ts';

/**
 * Edits a posted reveal to what is left after answers were deleted. Safe to repeat. It is done for
 * parked and removed tracks as well, and what cannot be edited any more is let be.
 */
export async function redactReveal(context: Context, roundId: number): Promise<void> {
  await aloneWithRound(context, roundId, async (at) => {
    const posted = await postedPages(context, at);
    const [first] = posted;
    if (!first) return;
    const facts = await roundFacts(context, at.round, at.workspace);
    const answers = await standingAnswers(context.db, roundId);
    const left = at.platform.paginate(redactedReveal(facts, answers));
    // Less text may take one page more where blocks fall apart otherwise: what has no page goes.
    for (const [index, ref] of posted.entries()) {
      await editPage(context, at, ref, left[index] ?? redactedPage(facts.language));
    }
    context.log.info({ round: roundId, pages: posted.length }, 'redacted a reveal');
  });
}

/** Where the reveal's pages stand, in order, those of an attempt of unknown outcome included. */
async function postedPages(
  context: Context,
  { round, platform }: OnPlatform,
): Promise<readonly MessageRef[]> {
  const refs: MessageRef[] = [];
  for (let page = 1; ; page++) {
    const key = `${revealKey(round.id)}-${page}`;
    const delivery = await findDelivery(context.db, key);
    if (!delivery) return refs;
    const ref = await findPosted(context, { platform, place: delivery.place, key });
    if (ref) refs.push(ref);
  }
}

async function editPage(
  context: Context,
  { platform, round }: OnPlatform,
  ref: MessageRef,
  page: Message,
): Promise<void> {
  try {
    await platform.edit(ref, page);
  } catch (error) {
    if (!(error instanceof PlatformError) || isWorthRepeating(error)) throw patienceOf(error);
    context.log.warn({ round: round.id, fault: error.fault.code }, 'a page cannot be redacted');
  }
}
