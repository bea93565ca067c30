import { PlatformError } from '../../chat/platform.ts';
import { updateRound } from '../../db/rounds.ts';
import { isDatabaseTrouble } from '../../db/trouble.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { passesByItself, retryError } from '../../delivery/platform-faults.ts';
import { Postponed } from '../../jobs/queue.ts';
import { withFormula } from '../decks/question-facts.ts';
import type { RoundFailure } from '../rounds/failures.ts';
import { giveUpPart } from '../rounds/give-up-part.ts';
import { roundFacts } from '../rounds/round-facts.ts';
import { moveRound } from '../rounds/round-state.ts';
import type { RoundContext } from '../rounds/with-round.ts';
import { countedChoices, listCountedAnswers } from '../standings/counted-answers.ts';
import { postReveal } from './post-reveal.ts';
import { withheldCard } from './reveal-card.ts';

/**
 * Another key than the whole reveal's: of that, some pages may stand already, and they go on being edited
 * when something in them is deleted. In this one there is nothing of anybody's.
 */
const withheldKey = (roundId: number): string => `round-${roundId}-withheld`;

/**
 * Where a reveal cannot be posted, what members wrote may be why, as automatic moderation refuses a whole
 * message for one word. So it is tried once more without any of that, and given up only then.
 */
export async function revealWithheld(
  context: Context,
  at: RoundContext,
  failure: RoundFailure,
): Promise<void> {
  const participants = (await listCountedAnswers(context.db, at.round.id)).length;
  const { refusal } = failure;
  const isPosted = participants > 0 && (await tryWithheld(context, at, { participants, refusal }));
  if (!isPosted) return giveUpPart(context, at, { part: 'answer', failure });
  await inTransaction(context, async ({ db }) => {
    await moveRound(db, at.round.id, { type: 'reveal' });
    await updateRound(db, at.round.id, { failure: failure.words, failures: 0, failingSince: null });
  });
  const about = { round: at.round.id, failure: failure.words };
  context.log.warn(about, 'a reveal went without what members sent');
}

/**
 * Posts the reveal without what members sent. Returns false where that is refused as well; throws what passes by
 * itself, so that the job comes again.
 */
async function tryWithheld(
  context: Context,
  at: RoundContext,
  { participants, refusal }: Pick<RoundFailure, 'refusal'> & { readonly participants: number },
): Promise<boolean> {
  const { round, workspace } = at;
  const explained = await withFormula(context, await roundFacts(context, round, workspace));
  const tally = await countedChoices(context.db, round.id);
  const facts = { ...explained, participants, tally };
  const message = withheldCard({ ...facts, excused: round.excused, refusal });
  try {
    await postReveal(context, at, { message, key: withheldKey(round.id) });
    return true;
  } catch (error) {
    if (error instanceof PlatformError && passesByItself(error)) throw retryError(error);
    if (error instanceof Postponed || isDatabaseTrouble(error)) throw error;
    context.log.info({ round: round.id, err: error }, 'a reveal is refused without answers too');
    return false;
  }
}
