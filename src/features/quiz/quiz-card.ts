import {
  type Block,
  type Button,
  type Field,
  lead,
  type Message,
  message,
} from '../../chat/message.ts';
import { bold } from '../../chat/text.ts';
import type { Day } from '../../domain/day.ts';
import type { QuizReason } from '../../domain/memory/choose-quiz.ts';
import { monthFormat } from '../../i18n/day.ts';
import { commonWords } from '../../i18n/words/index.ts';
import { inline } from '../decks/prose.ts';
import { explanationBlocks, placeFields, questionBlocks } from '../decks/question-blocks.ts';
import type { ExplanationFacts, QuestionFacts } from '../decks/question-facts.ts';
import { feedbackBlocks, type FeedbackFacts } from '../feedback/feedback-blocks.ts';
import { likelierRating } from '../feedback/likelier-rating.ts';
import { ratingRow } from '../memory/rating-row.ts';
import { quizWords } from './words/index.ts';

interface QuizFacts extends QuestionFacts {
  readonly questionId: number;
  /** What was asked for, so that another question fits it as well. */
  readonly wish: { readonly topic?: string; readonly difficulty?: string };
}

export interface QuizCardFacts extends QuizFacts {
  readonly reason: QuizReason;
  readonly today: Day;
}

/** A quiz question, for one member alone. */
export function quizCard(facts: QuizCardFacts): Message {
  const words = quizWords(facts.language);
  return message(
    [
      { type: 'heading', text: words.heading },
      ...questionBlocks(facts),
      { type: 'fields', fields: [...placeFields(facts), reasonField(facts)] },
      { type: 'note', text: [words.only] },
      { type: 'buttons', buttons: [answerButton(facts), showButton(facts), anotherButton(facts)] },
    ],
    'question',
  );
}

export interface QuizAnswerFacts extends QuizFacts, ExplanationFacts {
  /** The member's day, on which they see it. */
  readonly shownOn: Day;
}

/** What the member wrote, and what it covers where there is something to compare it with. */
export interface OwnQuizAnswer {
  readonly text: string;
  readonly feedback?: FeedbackFacts;
}

/** The reference answer to a quiz question, under the member's own where they gave one. */
export function quizAnswerCard(facts: QuizAnswerFacts, own?: OwnQuizAnswer): Message {
  const words = quizWords(facts.language);
  return message(
    [
      ...questionBlocks(facts),
      ...(own ? ownBlocks(facts, own) : []),
      { type: 'heading', text: words.answerHeading },
      ...explanationBlocks(facts),
      { type: 'note', text: [words.rate] },
      ratingRow({ ...facts, ...likelier(own) }, [anotherButton(facts)]),
    ],
    'reveal',
  );
}

const likelier = (own: OwnQuizAnswer | undefined) =>
  own?.feedback ? { likelier: likelierRating(own.feedback) } : {};

function ownBlocks({ language }: QuizFacts, { text, feedback }: OwnQuizAnswer): readonly Block[] {
  const { saved, savedToCompare } = quizWords(language);
  return [
    lead(bold(commonWords(language).yours)),
    { type: 'quote', text: [text] },
    { type: 'note', text: [feedback ? saved : savedToCompare] },
    ...(feedback ? feedbackBlocks(feedback) : []),
  ];
}

/** Where a question can't be shown, the way to another one. */
export function quizGoneCard(facts: ButtonFacts): Message {
  const { gone } = quizWords(facts.language);
  return message(
    [
      { type: 'text', text: [gone] },
      { type: 'buttons', buttons: [anotherButton(facts)] },
    ],
    'warning',
  );
}

/** Why this question comes now. */
function reasonField({ language, text, reason, today }: QuizCardFacts): Field {
  const words = quizWords(language);
  if (reason.type !== 'missed') return { name: words.why, value: [words.reasons[reason.type]] };
  const point = text.keyPoints.find(({ id }) => id === reason.point)?.label;
  const when = monthFormat(language, reason.on, today);
  const value = point === undefined ? [words.missedSome(when)] : words.missed(inline(point), when);
  return { name: words.why, value };
}

type ButtonFacts = Pick<QuizFacts, 'language' | 'wish' | 'questionId'>;

function argsOf({ questionId, wish }: ButtonFacts): readonly string[] {
  return [String(questionId), wish.topic ?? '', wish.difficulty ?? ''];
}

function answerButton(facts: ButtonFacts): Button {
  const label = quizWords(facts.language).answer;
  return { label, action: { name: 'quiz-answer', args: argsOf(facts) }, style: 'primary' };
}

function showButton(facts: ButtonFacts): Button {
  const label = quizWords(facts.language).show;
  return { label, action: { name: 'quiz-show', args: argsOf(facts) } };
}

function anotherButton(facts: ButtonFacts): Button {
  const label = quizWords(facts.language).another;
  return { label, action: { name: 'quiz-another', args: argsOf(facts) } };
}
