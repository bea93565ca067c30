import type { Deck } from '../../domain/question.ts';
import { complaints } from '../issue.ts';
import { partialHeadSchema } from '../schema.ts';
import { addLost } from './lost.ts';
import { type Reading, refused } from './reading.ts';
import { takeQuestions } from './take.ts';

/** The deck as it is: the export's shape is the deck's own. */
export function writeJson(deck: Deck): string {
  return `${JSON.stringify(deck, null, 2)}\n`;
}

/** Reads an export, or any object with a list of `questions` in that shape. */
export function readJson(text: string): Reading {
  const value = parse(text);
  if (!isObject(value)) return refused('it is not a JSON object');
  const { questions, ...rest } = value;
  if (!Array.isArray(questions)) return refused('it has no list of `questions`');
  const head = partialHeadSchema.safeParse(rest);
  if (!head.success) return refused(complaints(head.error));
  const taken = takeQuestions(
    questions.map((question: unknown, index) => ({
      where: whereIs(question, index),
      value: question,
    })),
  );
  return { head: head.data, ...taken, lost: addLost([{ keys: unknownKeys(rest, head.data) }]) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function whereIs(question: unknown, index: number): string {
  const id = isObject(question) && typeof question['id'] === 'string' ? question['id'] : undefined;
  return `question ${index + 1}${id === undefined ? '' : ` (${id.slice(0, 60)})`}`;
}

const unknownKeys = (found: object, known: object): readonly string[] =>
  Object.keys(found).filter((key) => !Object.hasOwn(known, key));
