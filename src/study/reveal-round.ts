import { closedQuestionCard } from '../cards/question.ts';
import { revealCard, type RevealFacts } from '../cards/reveal.ts';
import type { RoundFacts } from '../cards/facts.ts';
import { PlatformError } from '../chat/platform.ts';
import { type StandingAnswer, standingAnswers } from '../db/answers.ts';
import { streaksOf } from '../db/boards.ts';
import { updateRound } from '../db/rounds.ts';
import { roundFacts } from './card-facts.ts';
import { catchUp } from './catch-up.ts';
import type { Context } from './context.ts';
import { type OnPlatform, withRound } from './on-platform.ts';
import { postPages } from './post-once.ts';

/** Posts a closed round's reference answer and marks its question as closed. Safe to repeat. */
export async function revealRound(context: Context, roundId: number): Promise<void> {
  await withRound(context, roundId, async (at) => {
    if (at.round.status !== 'closed' || !at.round.message) return;
    // What was written in time while nobody listened still counts.
    await catchUp(context, at);
    const facts = await roundFacts(context, at.round, at.workspace);
    const answers = await standingAnswers(context.db, roundId);
    await postPages(context, {
      platform: at.platform,
      place: at.round.thread ?? at.round.message,
      message: revealCard(await revealFacts(context, at, facts, answers)),
      key: `round-${roundId}-reveal`,
    });
    await showClosed(context, at, facts, answers.length);
    await updateRound(context.db, roundId, { status: 'revealed' });
  });
}

async function revealFacts(
  { db }: Context,
  { round }: OnPlatform,
  facts: RoundFacts,
  answers: readonly StandingAnswer[],
): Promise<RevealFacts> {
  const streaks = await streaksOf(
    db,
    round.trackId,
    answers.map((answer) => answer.memberId),
  );
  const names = new Map(answers.map((answer) => [answer.memberId, answer]));
  return {
    ...facts,
    participants: answers.length,
    answers: answers
      .filter((answer) => answer.source === 'form' && answer.withdrawnAt === null)
      .map(({ name, text, anonymous }) => ({ text, ...(!anonymous && { name }) })),
    // An anonymous author is not given away by their streak.
    streaks: streaks
      .filter((row) => row.current >= 2 && names.get(row.memberId)?.anonymous === false)
      .map((row) => ({ name: names.get(row.memberId)?.name ?? '', rounds: row.current })),
  };
}

/** The question's message says that it is closed; where it was deleted there is nothing to say. */
async function showClosed(
  context: Context,
  { platform, round }: OnPlatform,
  facts: RoundFacts,
  answers: number,
): Promise<void> {
  if (!round.message) return;
  try {
    await platform.edit(round.message, closedQuestionCard(facts, answers));
  } catch (error) {
    if (!(error instanceof PlatformError) || error.fault.code !== 'message-gone') throw error;
    context.log.info({ round: round.id }, 'the question was deleted on the platform');
  }
}
