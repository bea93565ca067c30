import { type Button, type Field, type Message, message } from '../../chat/message.ts';
import type { Day } from '../../domain/day.ts';
import type { QuizReason } from '../../domain/memory/choose-quiz.ts';
import { optionBlocks, practiceOptions, verdictBlocks } from '../decks/option-blocks.ts';
import { explanationBlocks, placeFields, questionBlocks } from '../decks/question-blocks.ts';
import type { ExplanationFacts, QuestionFacts } from '../decks/question-facts.ts';
import { missedText } from '../memory/missed-text.ts';
import { ratingRow } from '../memory/rating-row.ts';
import { memoryWords } from '../memory/words/index.ts';
import { letterBlocks } from './options-card.ts';
import { likelier, ownBlocks, type OwnQuizAnswer } from './own-answer.ts';
import type { QuizGone } from './quiz-question.ts';
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
      ...optionBlocks(practiceOptions(facts.text, facts.questionId)),
      { type: 'fields', fields: [...placeFields(facts), reasonField(facts)] },
      { type: 'note', text: [words.only] },
      ...letterBlocks({ ...facts, place: 'quiz', args: argsOf(facts) }),
      {
        type: 'buttons',
        buttons: [...answerButtons(facts), showButton(facts), anotherButton(facts)],
      },
    ],
    'question',
  );
}

export interface QuizAnswerFacts extends QuizFacts, ExplanationFacts {
  /** The member's day, on which they see it. */
  readonly shownOn: Day;
}

/** The reference answer to a quiz question, under the member's own where they gave one. */
export function quizAnswerCard(facts: QuizAnswerFacts, own?: OwnQuizAnswer): Message {
  const words = quizWords(facts.language);
  return message(
    [
      ...questionBlocks(facts),
      ...(own ? ownBlocks(facts, own) : []),
      { type: 'heading', text: words.answerHeading },
      ...verdictBlocks(facts, practiceOptions(facts.text, facts.questionId)),
      ...explanationBlocks(facts),
      { type: 'note', text: [memoryWords(facts.language).rate] },
      ratingRow({ ...facts, ...likelier(own) }, [anotherButton(facts)]),
    ],
    'reveal',
  );
}

/** Where a question can't be shown, the way to another one. */
export function quizGoneCard(facts: ButtonFacts & { readonly because: QuizGone }): Message {
  const { gone } = quizWords(facts.language);
  return message(
    [
      { type: 'text', text: [gone[facts.because]] },
      { type: 'buttons', buttons: [anotherButton(facts)] },
    ],
    'warning',
  );
}

/** Why this question comes now. */
function reasonField(facts: QuizCardFacts): Field {
  const { language, reason } = facts;
  const value =
    reason.type === 'missed'
      ? missedText(facts, reason)
      : [quizWords(language).reasons[reason.type]];
  return { name: memoryWords(language).why, value };
}

type ButtonFacts = Pick<QuizFacts, 'language' | 'wish' | 'questionId'>;

/** The difficulty by its first letter: beside the longest topic, a choice has to fit as well. */
function argsOf({ questionId, wish }: ButtonFacts): readonly string[] {
  return [String(questionId), wish.topic ?? '', wish.difficulty?.slice(0, 1) ?? ''];
}

/** What is written is compared with a reference answer, so there has to be one. */
function answerButtons(facts: QuizFacts): readonly Button[] {
  const { answer, options } = facts.text;
  if (answer === undefined) return [];
  const action = { name: 'quiz-answer', args: argsOf(facts) };
  const label = quizWords(facts.language).answer;
  return [{ label, action, ...(!options && { style: 'primary' }) }];
}

function showButton(facts: ButtonFacts): Button {
  const label = quizWords(facts.language).show;
  return { label, action: { name: 'quiz-show', args: argsOf(facts) } };
}

function anotherButton(facts: ButtonFacts): Button {
  const label = quizWords(facts.language).another;
  return { label, action: { name: 'quiz-another', args: argsOf(facts) } };
}
