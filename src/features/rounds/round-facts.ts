import type { Round, Workspace } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { type QuestionFacts, questionFacts } from '../decks/question-facts.ts';

/** A question asked in a round. */
export interface RoundFacts extends QuestionFacts {
  readonly roundId: number;
  readonly number: number;
  readonly closesAt: Date;
  /** Whether a reply in the thread counts as an answer. */
  readonly threadAnswers: boolean;
}

/** What a round's cards show: the question as it was asked, whatever the deck says by now. */
export async function roundFacts(
  context: Context,
  round: Round,
  workspace: Workspace,
): Promise<RoundFacts> {
  if (!round.closesAt) throw new Error(`round ${round.id} has no deadline`);
  const facts = await questionFacts(context, {
    question: round.question,
    questionId: round.questionId,
    language: round.language,
  });
  const threadAnswers = context.platforms.get(workspace.platform)?.readsThreads ?? false;
  const { id: roundId, number, closesAt } = round;
  return { ...facts, roundId, number, closesAt, threadAnswers };
}
