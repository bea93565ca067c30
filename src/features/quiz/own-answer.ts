import { type Block, lead } from '../../chat/message.ts';
import { bold } from '../../chat/text.ts';
import type { QuestionRow } from '../../db/tables.ts';
import type { Day } from '../../domain/day.ts';
import type { Language } from '../../domain/language.ts';
import { commonWords } from '../../i18n/words/index.ts';
import { feedbackBlocks, type FeedbackFacts } from '../feedback/feedback-blocks.ts';
import { likelierRating } from '../feedback/likelier-rating.ts';
import { matchAnswer } from '../feedback/match-answer.ts';
import type { Request } from '../shared/feature.ts';
import { quizWords } from './words/index.ts';

/** An answer as it is kept. */
export interface WrittenAnswer {
  readonly id: number;
  readonly text: string;
}

/** What the member wrote, and what it covers where there is something to compare it with. */
export interface OwnQuizAnswer {
  readonly text: string;
  readonly feedback?: FeedbackFacts;
}

/** What the member wrote, with what it covers. */
export async function ownAnswer(
  { context, workspace, member, language }: Request,
  { id: questionId, body: question }: QuestionRow,
  { id, text, shownOn: today }: WrittenAnswer & { readonly shownOn: Day },
): Promise<OwnQuizAnswer> {
  const feedback = await matchAnswer(context, {
    ...{ workspaceId: workspace.id, memberId: member.id, questionId, question, text },
    ...{ asked: language, reader: language, today, answer: { kind: 'quiz', id } },
  });
  return { text, ...(feedback && { feedback }) };
}

/** The rating to offer first, where the answer tells it. */
export const likelier = (own: OwnQuizAnswer | undefined) =>
  own?.feedback ? { likelier: likelierRating(own.feedback) } : {};

/** The member's own answer above the reference answer. */
export function ownBlocks(
  { language }: { readonly language: Language },
  { text, feedback }: OwnQuizAnswer,
): readonly Block[] {
  const { saved, savedToCompare } = quizWords(language);
  return [
    lead(bold(commonWords(language).yours)),
    { type: 'quote', text: [text] },
    { type: 'note', text: [feedback ? saved : savedToCompare] },
    ...(feedback ? feedbackBlocks(feedback) : []),
  ];
}
