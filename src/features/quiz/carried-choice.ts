import { createHash } from 'node:crypto';
import { LANGUAGES } from '../../domain/language.ts';
import type { Question } from '../../domain/question.ts';

/**
 * What a button outside of rounds bears of a choice: which options are picked, and a mark of the options that
 * they were picked among. Nothing is stored, so a button knows all that a press on it means, however late.
 */
export function carriedChoice(question: Question, picked: readonly number[]): string {
  const mask = picked.reduce((sum, index) => sum | (1 << index), 0);
  return `${markOf(question)}${mask.toString(32)}`;
}

/** The picked options; undefined where the question has other options now. */
export function readCarried(question: Question, carried: string): readonly number[] | undefined {
  if (carried.slice(0, MARK_LENGTH) !== markOf(question)) return undefined;
  const mask = parseInt(carried.slice(MARK_LENGTH), 32);
  return Array.from({ length: mostOptions(question) }, (_, index) => index).filter(
    (index) => (mask & (1 << index)) !== 0,
  );
}

/** Short, since the button bears a topic as well; two sets of options look alike once in sixteen million. */
const MARK_LENGTH = 4;

const optionsOf = (question: Question) =>
  LANGUAGES.map((language) =>
    (question[language]?.options ?? []).map(({ text, right = false }) => [text, right]),
  );

const markOf = (question: Question): string =>
  createHash('sha256')
    .update(JSON.stringify(optionsOf(question)))
    .digest('base64url')
    .slice(0, MARK_LENGTH);

const mostOptions = (question: Question): number =>
  Math.max(...optionsOf(question).map((options) => options.length));
