import type { Message } from '../../chat/message.ts';
import { PlatformError } from '../../chat/platform.ts';
import type { Context } from '../../delivery/context.ts';
import { passesByItself } from '../../delivery/platform-faults.ts';
import { dayAt } from '../../domain/day.ts';
import { isToDiscuss } from '../../domain/question.ts';
import { catchUp } from '../answers/catch-up.ts';
import { withFormula } from '../decks/question-facts.ts';
import { meetTogether } from '../memory/meet-question.ts';
import { closedQuestionCard } from '../rounds/question-card.ts';
import { roundFacts } from '../rounds/round-facts.ts';
import { moveRound } from '../rounds/round-state.ts';
import { type RoundContext, withRound } from '../rounds/with-round.ts';
import {
  type CountedAnswer,
  countedChoices,
  listCountedAnswers,
} from '../standings/counted-answers.ts';
import { postReveal } from './post-reveal.ts';
import { revealKey, revealMessage } from './reveal-message.ts';
import { revealWithheld } from './withheld-reveal.ts';

/** Posts a closed round's reference answer and marks its question as closed. Safe to repeat. */
export async function revealRound(context: Context, roundId: number): Promise<void> {
  await withRound(context, roundId, {
    work: (at) => reveal(context, at),
    giveUp: (at, failure) => revealWithheld(context, at, failure),
  });
}

async function reveal(context: Context, at: RoundContext): Promise<void> {
  const { round } = at;
  if (round.status !== 'closed' || !round.message) return;
  // What was written in time while nobody listened still counts.
  await catchUp(context, at);
  const facts = await roundFacts(context, round, at.workspace);
  const answers = await listCountedAnswers(context.db, round.id);
  // Before the post, since they have met the question whatever becomes of its answer.
  await meetAnswered(context, at, answers);
  const tally = await countedChoices(context.db, round.id);
  const shown = { ...(await withFormula(context, facts)), tally };
  const message = await revealMessage(context.db, round, { facts: shown, answers });
  try {
    await postReveal(context, at, { message, key: revealKey(round.id) });
  } catch (error) {
    // Where its answer is refused, the question takes no answers all the same.
    const isRefused = error instanceof PlatformError && !passesByItself(error);
    if (isRefused) await showClosed(context, at, closedQuestionCard(facts, answers.length));
    throw error;
  }
  await showClosed(context, at, closedQuestionCard(facts, answers.length));
  await moveRound(context.db, round.id, { type: 'reveal' });
}

/** Notes that whoever answered the round has met its question, on the day of its deadline in the track's time zone. */
async function meetAnswered(
  { db }: Context,
  { round: { questionId, question, closesAt }, track: { timezone } }: RoundContext,
  answers: readonly CountedAnswer[],
): Promise<void> {
  if (!closesAt || answers.length === 0 || isToDiscuss(question)) return;
  const memberIds = answers.map(({ memberId }) => memberId);
  await meetTogether(db, { memberIds, questionId, on: dayAt(closesAt, timezone) });
}

/**
 * The question's message says that it is closed. Where it was deleted, or cannot be edited any more, the
 * reveal has told as much, and nothing is lost that a track should stop for.
 */
async function showClosed(
  context: Context,
  { platform, round }: RoundContext,
  closed: Message,
): Promise<void> {
  if (!round.message) return;
  try {
    await platform.edit(round.message, closed);
  } catch (error) {
    if (!(error instanceof PlatformError) || passesByItself(error)) throw error;
    context.log.info({ round: round.id, err: error }, 'the question cannot be shown as closed');
  }
}
