import { hasWords } from '../../domain/answer-text.ts';
import type { Localized } from '../../domain/language.ts';
import { DECK_LIMITS } from '../limits.ts';
import { told } from '../words/index.ts';
import { type CardOptions, readCards } from './cards.ts';
import type { Offered } from './choices.ts';
import { matchLanguages } from './column-languages.ts';
import { type ColumnRole, foldName, isIndexName, roleNamed } from './column-names.ts';
import { columnsOf, hasAnswer, namesQuestions, withoutIdle } from './columns.ts';
import { decodeTexts } from './encoded-json.ts';
import { isObject, type ObjectList } from './json-list.ts';
import { flaggedKeys, isScalar, optionsInItem, textWithin } from './json-options.ts';
import { readQuestionList } from './question-list.ts';
import { type FileReading, refused, type Skipped } from './reading.ts';
import { cardsFrom, type ForeignRow } from './table-cards.ts';
import { beyondMost } from './take.ts';

const MOST_KEYS = 1_000;

/**
 * Reads objects as the rows of a table whose columns are their keys: `question` and `answer`, `front` and
 * `back`, the options and the right one of a quiz.
 */
export function readForeignObjects(list: ObjectList, options: CardOptions): FileReading {
  const items = decodeTexts(list.items.slice(0, DECK_LIMITS.questions));
  const beyond = beyondMost(list.items.length);
  const objects = items.map(flat);
  const names = [...new Set(objects.flatMap((object) => [...(object?.cells.keys() ?? [])]))];
  if (names.length > MOST_KEYS) {
    return refused(told((words) => words.tooManyKeys(MOST_KEYS)));
  }
  const found = columnsOf(names);
  if (items.length > 0 && items.every(isText)) {
    const texts = items.map((text, index) => ({ where: whereIs(index), text }));
    const reading = readQuestionList(texts, options);
    return { ...reading, skipped: [...reading.skipped, ...beyond] };
  }
  if (!found) return refused(NAMELESS);
  const rows = objects.flatMap((object, index) => (object ? [rowOf(object, index, names)] : []));
  const { columns, warnings: lone } = matchLanguages(
    objects.some((object) => object?.offered) ? found : withoutIdle(found),
    names,
    rows.map(({ cells }) => cells),
  );
  const toDiscuss = !hasAnswer(columns) && objects.every((object) => !object?.offered);
  if (toDiscuss && !namesQuestions(columns, names)) return refused(NAMELESS);
  // A number that is no text was written by a program, and programs count from 0.
  const isByProgram =
    names.some((name, at) => columns[at] && isIndexName(name)) || items.some(hasNumber);
  const { cards, skipped, warnings } = cardsFrom(rows, columns, isByProgram ? 0 : 1);
  const { title, rest } = titleIn(list.beside);
  const unread = [
    ...rest,
    ...names.filter((_name, index) => !columns[index]),
    ...innerKeys(objects, new Set(names.filter((_name, index) => columns[index]))),
  ];
  const reading = readCards(cards, { ...options, title, lost: { keys: unread }, toDiscuss });
  return {
    ...reading,
    skipped: [...strangers(objects), ...skipped, ...reading.skipped, ...beyond],
    warnings: [...lone, ...warnings, ...reading.warnings],
  };
}

const NAMELESS = told((words) => words.namelessObjects);

/** An object's values as the cells of a row, and its options where they stand in a list or an object of their own. */
interface Flat {
  readonly cells: ReadonlyMap<string, string>;
  readonly offered?: readonly Offered[];
  readonly hasMoreTopics: boolean;
  /** What stands inside a value, beside the text that it was read as. */
  readonly inner: readonly InnerKey[];
}

interface InnerKey {
  readonly key: string;
  readonly path: string;
}

const innerKeys = (
  objects: readonly (Flat | undefined)[],
  read: ReadonlySet<string>,
): readonly string[] =>
  objects.flatMap((object) =>
    (object?.inner ?? []).filter(({ key }) => read.has(key)).map(({ path }) => path),
  );

const whereIs = (index: number): Localized => told((words) => words.question(index + 1));

const rowOf = (
  { cells, offered, hasMoreTopics }: Flat,
  index: number,
  names: readonly string[],
): ForeignRow => ({
  where: whereIs(index),
  cells: names.map((name) => cells.get(name) ?? ''),
  hasMoreTopics,
  ...(offered && { offered }),
});

const strangers = (objects: readonly (Flat | undefined)[]): readonly Skipped[] =>
  objects.flatMap((object, index) => (object ? [] : [{ where: whereIs(index), why: NO_OBJECT }]));

const NO_OBJECT = told((words) => words.noObject);

function flat(item: unknown): Flat | undefined {
  if (!isObject(item)) return undefined;
  const offered = optionsInItem(item);
  const entries = Object.entries(item).map(
    ([key, value]) => [key, key === offered?.key ? '' : value] as const,
  );
  return {
    cells: new Map(entries.map(([key, value]) => [key, cellOf(key, value)])),
    ...(offered && { offered: offered.options }),
    hasMoreTopics: entries.some(([key, value]) => isTopics(key, value)),
    inner: entries.flatMap(([key, value]) => innerOf(key, value)),
  };
}

const isTopics = (key: string, value: unknown): boolean =>
  Array.isArray(value) && value.length > 1 && roleNamed(foldName(key))?.role === 'topic';

function innerOf(key: string, value: unknown): readonly InnerKey[] {
  if (Array.isArray(value)) return value.every(isScalar) ? [] : [{ key, path: `${key}[]` }];
  if (!isObject(value) || roleNamed(foldName(key))?.role === 'correct') return [];
  const text = textWithin(value);
  return Object.entries(value)
    .filter(([, one]) => one !== null && !(isScalar(one) && String(one) === text))
    .map(([inner]) => ({ key, path: `${key}.${inner}` }));
}

function cellOf(key: string, value: unknown): string {
  if (isScalar(value)) return String(value);
  const role = roleNamed(foldName(key))?.role;
  if (Array.isArray(value)) return listed(value.filter(isScalar).map(String), role);
  if (!isObject(value)) return '';
  return role === 'correct' ? flaggedKeys(value).join('\n') : (textWithin(value) ?? '');
}

/** A list of texts is lines, but of several topics the first one is the question's. */
const listed = (texts: readonly string[], role: ColumnRole | undefined): string =>
  role === 'topic' ? (texts[0] ?? '') : texts.join('\n');

/** Whether a right option is named by a number. */
const hasNumber = (item: unknown): boolean =>
  isObject(item) &&
  Object.entries(item).some(
    ([key, value]) =>
      /^(correct|answer)$/.test(roleNamed(foldName(key))?.role ?? '') &&
      [value].flat().some((one) => typeof one === 'number'),
  );

const isText = (value: unknown): value is string => typeof value === 'string';

/** What the deck is called, and the keys beside the list that nothing was made of. */
function titleIn(beside: ObjectList['beside']) {
  const key = ['title', 'name', 'deck'].find((one) => isText(beside[one]) && hasWords(beside[one]));
  const title = key === undefined ? undefined : String(beside[key]).trim();
  return { title, rest: Object.keys(beside).filter((one) => one !== key) };
}
