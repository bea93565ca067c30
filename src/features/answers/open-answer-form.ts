import type { Context } from '../../delivery/context.ts';
import type { QuestionText } from '../../domain/question.ts';
import { textIn } from '../decks/question-facts.ts';
import { findOwnRound } from '../rounds/own-round.ts';
import { newestAnswer } from './answer-queries.ts';
import type { AnswerRefusal } from './submitted.ts';

export interface OpenedForm {
  readonly type: 'open';
  readonly question: QuestionText;
  readonly text: string;
  readonly anonymous: boolean;
}

/** Who opens the form of which round. */
export interface OpeningForm {
  readonly roundId: number;
  readonly workspaceId: number;
  readonly memberId: number;
}

/**
 * What the answer form opens with: the question as it was asked, and the member's newest text, so that
 * sending again is editing. A round past its deadline opens too, since a late answer is kept.
 */
export async function openAnswerForm(
  { db }: Context,
  { roundId, workspaceId, memberId }: OpeningForm,
): Promise<OpenedForm | { readonly type: 'refused'; readonly fault: AnswerRefusal }> {
  const found = await findOwnRound(db, roundId, workspaceId);
  if (found.type === 'refused') return found;
  const { question, language } = found.round;
  const { text = '', anonymous = false } = (await newestAnswer(db, roundId, memberId)) ?? {};
  return { type: 'open', question: textIn(question, language), text, anonymous };
}
