import { type Button, type Message, message } from '../../chat/message.ts';
import type { RichText } from '../../chat/text.ts';
import type { Day } from '../../domain/day.ts';
import type { PlannedReason } from '../../domain/memory/planned-question.ts';
import type { MissedPoint } from '../../domain/memory/study-card.ts';
import { optionBlocks, practiceOptions, verdictBlocks } from '../decks/option-blocks.ts';
import { explanationBlocks, placeFields, questionBlocks } from '../decks/question-blocks.ts';
import type { ExplanationFacts, QuestionFacts } from '../decks/question-facts.ts';
import { missedText } from '../memory/missed-text.ts';
import { ratingRow } from '../memory/rating-row.ts';
import { memoryWords } from '../memory/words/index.ts';
import { letterBlocks } from '../quiz/options-card.ts';
import { likelier, ownBlocks, type OwnQuizAnswer } from '../quiz/own-answer.ts';
import { quizWords } from '../quiz/words/index.ts';
import { reviewWords } from './words/index.ts';

export interface ReviewQuestionFacts extends QuestionFacts {
  readonly questionId: number;
  readonly today: Day;
  readonly why: PlannedReason;
  /** What the member left out the last time. */
  readonly missed: readonly MissedPoint[];
  /** With this one, how many are left today. */
  readonly left: number;
  /** What became of the question before. */
  readonly told?: string | undefined;
}

/** The next question of a review. */
export function reviewQuestionCard(facts: ReviewQuestionFacts): Message {
  const { language, left, told } = facts;
  const words = reviewWords(language);
  const fields = [...placeFields(facts), { name: memoryWords(language).why, value: reason(facts) }];
  return message(
    [
      ...(told === undefined ? [] : [{ type: 'note', text: [told] } as const]),
      { type: 'heading', text: words.questionHeading(left) },
      ...questionBlocks(facts),
      ...optionBlocks(practiceOptions(facts.text, facts.questionId)),
      { type: 'fields', fields },
      ...letterBlocks({ ...facts, place: 'review', args: [String(facts.questionId)] }),
      { type: 'buttons', buttons: [...answerButtons(facts), showButton(facts)] },
    ],
    'question',
  );
}

function reason(facts: ReviewQuestionFacts): RichText {
  const [missed] = facts.missed;
  return missed ? missedText(facts, missed) : [reviewWords(facts.language).reasons[facts.why]];
}

export interface ReviewAnswerFacts extends ExplanationFacts {
  readonly questionId: number;
  readonly shownOn: Day;
  /** What the member has just written. */
  readonly own?: OwnQuizAnswer | undefined;
}

/** The reference answer to a question of a review, and the buttons that lead to the next one. */
export function reviewAnswerCard(facts: ReviewAnswerFacts): Message {
  const { language, own } = facts;
  const words = quizWords(language);
  return message(
    [
      ...questionBlocks(facts),
      ...(own ? ownBlocks(facts, own) : []),
      { type: 'heading', text: words.answerHeading },
      ...verdictBlocks(facts, practiceOptions(facts.text, facts.questionId)),
      ...explanationBlocks(facts),
      { type: 'note', text: [memoryWords(language).rate] },
      ratingRow({ ...facts, ...likelier(own), button: 'review-rate' }),
    ],
    'reveal',
  );
}

interface OverFacts {
  readonly language: QuestionFacts['language'];
  /** What became of the question before. */
  readonly told?: string | undefined;
  readonly done: number;
}

/** When nothing is left to ask today. */
export function reviewOverCard({ language, told, done }: OverFacts): Message {
  const words = reviewWords(language);
  const text = [told, words.over(done)].filter((part) => part !== undefined).join(' ');
  return message([{ type: 'text', text: [text] }], 'success');
}

/** Where a question can't be shown any more, the way to the next one. */
export function reviewGoneCard(language: QuestionFacts['language']): Message {
  const words = reviewWords(language);
  const next: Button = { label: words.next, action: { name: 'review-next', args: [] } };
  return message(
    [
      { type: 'text', text: [words.gone] },
      { type: 'buttons', buttons: [next] },
    ],
    'warning',
  );
}

type Asked = Pick<ReviewQuestionFacts, 'language' | 'questionId' | 'text'>;

/** What is written is compared with a reference answer, so there has to be one. */
function answerButtons({ language, questionId, text }: Asked): readonly Button[] {
  if (text.answer === undefined) return [];
  const action = { name: 'review-answer', args: [String(questionId)] };
  const label = quizWords(language).answer;
  return [{ label, action, ...(!text.options && { style: 'primary' }) }];
}

function showButton({ language, questionId }: Asked): Button {
  const action = { name: 'review-show', args: [String(questionId)] };
  return { label: quizWords(language).show, action };
}
