import type { MessageRef } from '../../chat/place.ts';
import type { Context } from '../../delivery/context.ts';
import { findDelivery } from '../../delivery/deliveries.ts';
import { findPosted, postOnce } from '../../delivery/post-once.ts';
import { editPosted, redacting } from '../../delivery/redact.ts';
import { defineJob } from '../../jobs/job.ts';
import { withFormula } from '../decks/question-facts.ts';
import { roundFacts } from '../rounds/round-facts.ts';
import { type RoundContext, withRoundLock } from '../rounds/with-round.ts';
import { countedChoices, listCountedAnswers } from '../standings/counted-answers.ts';
import { redactedPage } from './reveal-card.ts';
import { redactedReveal, revealKey } from './reveal-message.ts';

interface Redaction {
  readonly roundId: number;
  /** When something of it was deleted, in ISO 8601. */
  readonly since: string;
}

/** Takes what was deleted out of a round's posted reveal. */
export const redactJob = defineJob<Redaction>('redact');

/**
 * Edits a posted reveal to what is left after answers were deleted. Safe to repeat. It is done for
 * suspended and removed tracks as well, and waits for a place that the bot is kept out of.
 */
export async function redactReveal(context: Context, { roundId, since }: Redaction): Promise<void> {
  await withRoundLock(context, roundId, (at) =>
    redacting(context, { since, about: { round: roundId } }, () => redact(context, at)),
  );
}

async function redact(context: Context, at: RoundContext): Promise<void> {
  const posted = await postedPages(context, at);
  const [first] = posted;
  if (!first) return;
  const explained = await withFormula(context, await roundFacts(context, at.round, at.workspace));
  const facts = { ...explained, tally: await countedChoices(context.db, at.round.id) };
  const answers = await listCountedAnswers(context.db, at.round.id);
  const left = at.platform.paginate(redactedReveal(facts, answers));
  for (const [index, ref] of posted.entries()) {
    await editPosted(at.platform, ref, { page: left[index] ?? redactedPage(facts.language) });
  }
  context.log.info({ round: at.round.id, pages: posted.length }, 'redacted a reveal');
  // A reveal still being posted goes on by itself, from the same answers.
  if (at.round.status !== 'revealed') return;
  for (const [index, message] of left.slice(posted.length).entries()) {
    const key = pageKey(at, posted.length + index + 1);
    await postOnce(context, { platform: at.platform, place: first, message, key });
  }
}

const pageKey = ({ round }: RoundContext, page: number): string => `${revealKey(round.id)}-${page}`;

/** Where the reveal's pages stand, in order, that of an attempt of unknown outcome included. */
async function postedPages(context: Context, at: RoundContext): Promise<readonly MessageRef[]> {
  const refs: MessageRef[] = [];
  for (;;) {
    const key = pageKey(at, refs.length + 1);
    const delivery = await findDelivery(context.db, key);
    const post = delivery && { platform: at.platform, place: delivery.place, key };
    const ref = post && (await findPosted(context, post));
    if (!ref) return refs;
    refs.push(ref);
  }
}
