import { type Block, type Button, lead, type Message, message } from '../../chat/message.ts';
import { bold } from '../../chat/text.ts';
import { commonWords } from '../../i18n/words/index.ts';
import { explanationBlocks, placeFields, questionBlocks } from '../decks/question-blocks.ts';
import type { ExplanationFacts, QuestionFacts } from '../decks/question-facts.ts';
import { quizWords } from './words/index.ts';

export interface QuizFacts extends QuestionFacts {
  readonly questionId: number;
  /** What was asked for, so that another question fits it as well. */
  readonly wish: { readonly topic?: string; readonly difficulty?: string };
}

/** A quiz question, for one member alone. */
export function quizCard(facts: QuizFacts): Message {
  const words = quizWords(facts.language);
  return message(
    [
      { type: 'heading', text: words.heading },
      ...questionBlocks(facts),
      { type: 'fields', fields: placeFields(facts) },
      { type: 'note', text: [words.only] },
      { type: 'buttons', buttons: [answerButton(facts), showButton(facts), anotherButton(facts)] },
    ],
    'question',
  );
}

/** The reference answer to a quiz question, under the member's own where they gave one. */
export function quizAnswerCard(facts: QuizFacts & ExplanationFacts, written?: string): Message {
  const words = quizWords(facts.language);
  const own: readonly Block[] =
    written === undefined
      ? []
      : [
          lead(bold(commonWords(facts.language).yours)),
          { type: 'quote', text: [written] },
          { type: 'note', text: [words.saved] },
        ];
  return message(
    [
      ...questionBlocks(facts),
      ...own,
      { type: 'heading', text: words.answerHeading },
      ...explanationBlocks(facts),
      { type: 'buttons', buttons: [anotherButton(facts)] },
    ],
    'reveal',
  );
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
