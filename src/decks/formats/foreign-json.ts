import type { Localized } from '../../domain/language.ts';
import { DECK_LIMITS } from '../limits.ts';
import { told } from '../words/index.ts';
import { type CardOptions, readCards } from './cards.ts';
import { columnsOf, hasAnswer, namesQuestions } from './columns.ts';
import { isObject, type ObjectList } from './json-list.ts';
import { readQuestionList } from './question-list.ts';
import { type FileReading, refused, type Skipped } from './reading.ts';
import { cardsFrom, type ForeignRow } from './table-cards.ts';

/** Objects beyond these would only be told of as too many. */
const MOST = DECK_LIMITS.questions + 1;

const MOST_KEYS = 1_000;

/**
 * Reads objects as the rows of a table whose columns are their keys: `question` and `answer`, `front` and
 * `back`, the options and the right one of a quiz.
 */
export function readForeignObjects(
  { items, beside }: ObjectList,
  options: CardOptions,
): FileReading {
  const objects = items.slice(0, MOST).map(flat);
  const names = [...new Set(objects.flatMap((object) => [...(object?.keys() ?? [])]))];
  if (names.length > MOST_KEYS) {
    return refused(told((words) => words.tooManyKeys(MOST_KEYS)));
  }
  const columns = columnsOf(names);
  if (items.length > 0 && items.every(isText)) {
    const texts = items.map((text, index) => ({ where: whereIs(index), text }));
    return readQuestionList(texts, options);
  }
  if (!columns) return refused(NAMELESS);
  const toDiscuss = !hasAnswer(columns);
  if (toDiscuss && !namesQuestions(columns, names)) return refused(NAMELESS);
  const rows = objects.flatMap((object, index) => (object ? [rowOf(object, index, names)] : []));
  const { cards, skipped } = cardsFrom(rows, columns);
  const { title, rest } = titleIn(beside);
  const unread = [...rest, ...names.filter((_name, index) => !columns[index])];
  const reading = readCards(cards, { ...options, title, lost: { keys: unread }, toDiscuss });
  return {
    ...reading,
    skipped: [...strangers(objects), ...skipped, ...reading.skipped],
  };
}

const NAMELESS = told((words) => words.namelessObjects);

type Flat = ReadonlyMap<string, string>;

const whereIs = (index: number): Localized => told((words) => words.question(index + 1));

const rowOf = (object: Flat, index: number, names: readonly string[]): ForeignRow => ({
  where: whereIs(index),
  cells: names.map((name) => object.get(name) ?? ''),
});

const strangers = (objects: readonly (Flat | undefined)[]): readonly Skipped[] =>
  objects.flatMap((object, index) => (object ? [] : [{ where: whereIs(index), why: NO_OBJECT }]));

const NO_OBJECT = told((words) => words.noObject);

/** An object's values as the cells of a row. A list of options has a cell for each. */
function flat(item: unknown): Flat | undefined {
  if (!isObject(item)) return undefined;
  const cells = new Map<string, string>();
  const { incorrect_answers: wrong, correct_answer: right } = item;
  for (const [key, value] of Object.entries(item)) {
    if (isScalar(value)) cells.set(key, String(value));
    else if (OPTIONS.test(key))
      optionsIn(value).forEach((text, at) => cells.set(optionAt(at), text));
    else if (key !== 'incorrect_answers') cells.set(key, listed(key, value));
  }
  // In a fixed order, or the right one would always stand first.
  if (isTexts(wrong) && isText(right)) {
    [...wrong, right].sort().forEach((text, at) => cells.set(optionAt(at), text));
  }
  return cells;
}

const OPTIONS = /^(options|choices|answers|variants|варианты)$/i;

const optionAt = (index: number): string => `option ${index + 1}`;

const isText = (value: unknown): value is string => typeof value === 'string';

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(isText);

const isScalar = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** `["one", "two"]` or `{"a": "one", "b": "two"}`. */
function optionsIn(value: unknown): readonly string[] {
  const options = isObject(value) ? Object.values(value) : value;
  return Array.isArray(options) ? options.filter(isScalar).map(String).slice(0, MOST_OPTIONS) : [];
}

/** One more would only be told of as too many as well. */
const MOST_OPTIONS = DECK_LIMITS.options + 1;

/** A list of texts is lines, but of several topics the first one is the question's. */
function listed(key: string, value: unknown): string {
  if (!isTexts(value)) return '';
  return /^(tags?|topics?|categor)/i.test(key) ? (value[0] ?? '') : value.join('\n');
}

/** What the deck is called, and the keys beside the list that nothing was made of. */
function titleIn(beside: ObjectList['beside']) {
  const key = ['title', 'name', 'deck'].find((one) => isText(beside[one]) && beside[one].trim());
  const title = key === undefined ? undefined : String(beside[key]).trim();
  return { title, rest: Object.keys(beside).filter((one) => one !== key) };
}
