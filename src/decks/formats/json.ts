import type { Localized } from '../../domain/language.ts';
import type { Deck } from '../../domain/question.ts';
import { complaints } from '../issue.ts';
import { partialHeadSchema } from '../schema.ts';
import { told } from '../words/index.ts';
import type { CardOptions } from './cards.ts';
import { readForeignObjects } from './foreign-json.ts';
import { isObject, listIn, type ObjectList } from './json-list.ts';
import { addLost } from './lost.ts';
import { type FileReading, refused } from './reading.ts';
import { takeQuestions } from './take.ts';

/** The deck as it is: the export's shape is the deck's own. */
export function writeJson(deck: Deck): string {
  return `${JSON.stringify(deck, null, 2)}\n`;
}

/** Reads an export, any object with a list of `questions` in that shape, or what others make of questions. */
export function readJson(text: string, options: CardOptions): FileReading {
  const parsed = parse(text);
  if (!parsed.ok) return refused(parsed.why);
  const list = listIn(parsed.value);
  if (list === undefined) return refused(NO_LIST);
  if (list.items.some(isOwn) || list.items.length === 0) return readOwn(list);
  return readForeignObjects(list, options);
}

const NO_LIST = told((words) => words.noList);

type Parsed =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: Localized };

function parse(text: string): Parsed {
  try {
    return { ok: true, value: exactly(text) };
  } catch (error) {
    const lines = parseLines(text);
    if (lines) return { ok: true, value: lines };
    return { ok: false, why: placed(text, error) };
  }
}

/** JSON in which a number that JavaScript would round, such as the id of a chat message, is the text that it was. */
function exactly(text: string): unknown {
  return MAY_BE_ROUNDED.test(text) ? (JSON.parse(text, unrounded) as unknown) : JSON.parse(text);
}

/** To look at each value takes time, and few files have such numbers. */
const MAY_BE_ROUNDED = /\d{16}|\d[eE]\+?\d/;

const unrounded = (
  _key: string,
  value: unknown,
  context?: { readonly source?: string },
): unknown =>
  typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER
    ? (context?.source ?? value)
    : value;

/** An object in each line, as data sets keep them. */
function parseLines(text: string): readonly unknown[] | undefined {
  const values: unknown[] = [];
  // One by one: a file of line ends alone would make a list longer than itself.
  for (const [line] of text.matchAll(/\S[^\n]*/g)) {
    const value = line.startsWith('{') ? parsedLine(line) : undefined;
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values.length < 2 ? undefined : values;
}

function parsedLine(line: string): unknown {
  try {
    return exactly(line);
  } catch {
    return undefined;
  }
}

/** Where it breaks off, as people count. */
function placed(text: string, error: unknown): Localized {
  const message = error instanceof Error ? error.message : '';
  const position = positionOf(text, message);
  if (position === undefined) return told((words) => words.notJson(message));
  const place = placeOf(text, position);
  if (position >= text.trimEnd().length) return told((words) => words.jsonEnds(place));
  const sign = JSON.stringify(text[position] ?? '');
  return told((words) => words.jsonUnexpected({ ...place, sign }));
}

function placeOf(
  text: string,
  position: number,
): { readonly line: number; readonly column: number } {
  let [line, start] = [1, 0];
  for (let end = text.indexOf('\n'); end >= 0 && end < position; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: position - start + 1 };
}

/** Characters of a text that is parsed again and again to find the place; longer ones would take seconds. */
const LONGEST_SEARCHED = 1_000_000;

/** V8 tells the position of some faults; that of an unexpected sign is where parsing the start of the text fails. */
function positionOf(text: string, message: string): number | undefined {
  const told = / at position (\d+)/.exec(message)?.[1];
  if (told !== undefined) return Number(told);
  if (!message.startsWith('Unexpected token')) return text.length;
  if (text.length > LONGEST_SEARCHED) return undefined;
  let [sound, broken] = [0, text.length];
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2);
    if (meetsUnexpected(text.slice(0, middle))) broken = middle;
    else sound = middle;
  }
  return broken - 1;
}

function meetsUnexpected(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return error instanceof Error && error.message.startsWith('Unexpected token');
  }
}

/** Whether it has its texts under a language, as the deck format has. */
const isOwn = (item: unknown): boolean =>
  isObject(item) && (isObject(item['en']) || isObject(item['ru']));

function readOwn({ items, beside }: ObjectList): FileReading {
  const head = partialHeadSchema.safeParse(beside);
  if (!head.success) return refused(complaints(head.error));
  const taken = takeQuestions(
    items.map((question, index) => ({ where: whereIs(question, index), value: question })),
  );
  return { head: head.data, ...taken, lost: addLost([{ keys: unknownKeys(beside, head.data) }]) };
}

function whereIs(question: unknown, index: number): Localized {
  const number = index + 1;
  const id = isObject(question) && typeof question['id'] === 'string' ? question['id'] : undefined;
  if (id === undefined) return told((words) => words.question(number));
  return told((words) => words.questionWithId({ number, id: id.slice(0, 60) }));
}

const unknownKeys = (found: object, known: object): readonly string[] =>
  Object.keys(found).filter((key) => !Object.hasOwn(known, key));
