import { type Block, lead } from '../../chat/message.ts';
import { bold } from '../../chat/text.ts';
import type { QuestionRow } from '../../db/tables.ts';
import { judgeChoice, type Judgement, type ShownOption } from '../../domain/choice.ts';
import type { Day } from '../../domain/day.ts';
import type { Language } from '../../domain/language.ts';
import { commonWords } from '../../i18n/words/index.ts';
import { optionBlocks, practiceOptions } from '../decks/option-blocks.ts';
import { textIn } from '../decks/question-facts.ts';
import { feedbackBlocks, type FeedbackFacts } from '../feedback/feedback-blocks.ts';
import { likelierRating } from '../feedback/likelier-rating.ts';
import { matchAnswer } from '../feedback/match-answer.ts';
import type { RatingFacts } from '../memory/rating-row.ts';
import type { Request } from '../shared/feature.ts';
import { quizWords } from './words/index.ts';

/** A text as it is kept, or the options that were picked, which are kept nowhere. */
export type PracticeAnswer =
  | { readonly type: 'written'; readonly id: number; readonly text: string }
  | { readonly type: 'picked'; readonly picked: readonly number[] };

/** What the member gave, and what it covers where there is something to compare it with. */
export type OwnQuizAnswer =
  | { readonly type: 'written'; readonly text: string; readonly feedback?: FeedbackFacts }
  | {
      readonly type: 'picked';
      readonly chosen: readonly ShownOption[];
      readonly judgement: Judgement;
    };

/** What the member gave, with how it went. */
export async function ownAnswer(
  request: Request,
  row: QuestionRow,
  given: PracticeAnswer & { readonly shownOn: Day },
): Promise<OwnQuizAnswer> {
  return given.type === 'written'
    ? written(request, row, given)
    : judged(request, row, given.picked);
}

function judged(
  { language }: Request,
  { id, body }: QuestionRow,
  picked: readonly number[],
): OwnQuizAnswer {
  const text = textIn(body, language);
  const chosen = practiceOptions(text, id).filter(({ index }) => picked.includes(index));
  return { type: 'picked', chosen, judgement: judgeChoice(text.options ?? [], picked) };
}

async function written(
  { context, workspace, member, language }: Request,
  { id: questionId, body: question }: QuestionRow,
  {
    id,
    text,
    shownOn: today,
  }: Extract<PracticeAnswer, { type: 'written' }> & { readonly shownOn: Day },
): Promise<OwnQuizAnswer> {
  const feedback = await matchAnswer(context, {
    ...{ workspaceId: workspace.id, memberId: member.id, questionId, question, text },
    ...{ asked: language, reader: language, today, answer: { kind: 'quiz', id } },
  });
  return { type: 'written', text, ...(feedback && { feedback }) };
}

/** Which rating to offer first, where the answer suggests one. */
export function likelier(own: OwnQuizAnswer | undefined): Pick<RatingFacts, 'likelier'> {
  if (own?.type === 'picked') return { likelier: own.judgement === 'right' ? 'good' : 'again' };
  return own?.feedback ? { likelier: likelierRating(own.feedback) } : {};
}

/** The member's own answer above the reference answer. */
export function ownBlocks(
  { language }: { readonly language: Language },
  own: OwnQuizAnswer,
): readonly Block[] {
  const { saved, savedToCompare, chose, judgements } = quizWords(language);
  if (own.type === 'picked') {
    const judgement: Block = { type: 'text', text: [bold(judgements[own.judgement])] };
    return [lead(bold(chose)), ...optionBlocks(own.chosen), judgement];
  }
  const { text, feedback } = own;
  return [
    lead(bold(commonWords(language).yours)),
    { type: 'quote', text: [text] },
    { type: 'note', text: [feedback ? saved : savedToCompare] },
    ...(feedback ? feedbackBlocks(feedback) : []),
  ];
}
