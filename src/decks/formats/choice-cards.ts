import type { Option } from '../../domain/question.ts';
import { DECK_LIMITS } from '../limits.ts';
import type { CardText } from './cards.ts';
import { letterAt, type Offered, withOptions } from './choices.ts';

/** A choice as it was found, every text of it as Markdown. */
export interface FoundChoice {
  readonly question: string;
  readonly offered: readonly Offered[];
  /** The places of the right ones. */
  readonly right: readonly number[];
  /** Of the question as a whole. */
  readonly explanation: string | undefined;
}

/** A choice as a question with options for people to press, or an open one where an option is too long for that. */
export const choiceText = (choice: FoundChoice): CardText =>
  choice.offered.every(({ text }) => isLine(text, DECK_LIMITS.option))
    ? pressed(choice)
    : written(choice);

/** A reason that does not fit beside its option stands in the answer. */
function pressed({ question, offered, right, explanation }: FoundChoice): CardText {
  const explained = explainedPlace({ question, offered, right, explanation });
  const found = offered.map(({ text, why }, at) => ({
    text,
    ...(right.includes(at) && { right: true }),
    why: at === explained ? explanation : onOneLine(why),
  }));
  const left = found.filter(({ why = '' }) => !isReason(why));
  return {
    question,
    options: found.map(({ why = '', ...option }): Option => ({
      ...option,
      ...(why && isReason(why) && { why }),
    })),
    answer: joined(
      explained === undefined && explanation,
      ...left.map(({ text, why }) => `${text} — ${why}`),
    ),
  };
}

/** An explanation is the reason of the right option, where that is one and has none of its own. */
function explainedPlace({ offered, right, explanation }: FoundChoice): number | undefined {
  const [only, ...others] = right;
  if (only === undefined || others.length > 0 || offered[only]?.why !== undefined) return undefined;
  return explanation !== undefined && isReason(explanation) ? only : undefined;
}

const isReason = (text: string): boolean => isLine(text, DECK_LIMITS.why);

/** The options stand in the question, and the right one's text is the answer, since a letter alone would tell nothing. */
function written({ question, offered, right, explanation }: FoundChoice): CardText {
  const texts = offered.map(({ text }) => text);
  const answer = right.flatMap((place) => texts[place] ?? []).join('\n');
  const reasons = offered.flatMap(({ why }, at) => (why ? [`${letterAt(at)}) ${why}`] : []));
  return {
    question: withOptions(question, texts),
    answer: joined(answer, explanation, ...reasons),
  };
}

const isLine = (text: string, most: number): boolean => text.length <= most && !text.includes('\n');

/** A reason that was broken into lines, as cells do; code stays as it is. */
const onOneLine = (why: string | undefined): string | undefined =>
  why?.includes('```') ? why : why?.replace(/\s*\n\s*/g, ' ');

export const joined = (...paragraphs: readonly (string | false | undefined)[]): string =>
  paragraphs.filter(Boolean).join('\n\n');
