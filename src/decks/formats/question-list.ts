import { hasWords } from '../../domain/answer-text.ts';
import type { Localized } from '../../domain/language.ts';
import { type CardOptions, readCards } from './cards.ts';
import { asks, isNumbered, withoutNumber } from './markdown/wording.ts';
import { plainToMarkdown } from './plain-markdown.ts';
import type { FileReading } from './reading.ts';
import { lineWhere } from './table.ts';

/** A question as it was found, with no answer to it. */
export interface ListedQuestion {
  readonly where: Localized;
  readonly text: string;
}

/** Questions alone, which are there to be discussed. */
export function readQuestionList(
  questions: readonly ListedQuestion[],
  options: CardOptions,
): FileReading {
  const cards = questions.map(({ where, text }) => ({
    where,
    texts: [{ question: plainToMarkdown(withoutNumber(withoutBullet(text))), answer: '' }],
  }));
  return readCards(cards, { ...options, toDiscuss: true });
}

/** A text that asks something in most of its lines; undefined for any other, and for one with a tab, which is a table. */
export function readQuestionLines(text: string, options: CardOptions): FileReading | undefined {
  if (text.includes('\t')) return undefined;
  const lines = text
    .split('\n')
    .map((line, index) => ({ where: lineWhere(index + 1), text: line.trim() }))
    .filter((line) => hasWords(line.text));
  const asking = lines.filter((line) => isAsked(line.text));
  return asking.length * 2 > lines.length ? readQuestionList(lines, options) : undefined;
}

const isAsked = (line: string): boolean =>
  BULLET.test(line) || isNumbered(line) || asks(withoutBullet(line));

const BULLET = /^[-*+•–—]\s+/;

const withoutBullet = (line: string): string => line.trim().replace(BULLET, '');
