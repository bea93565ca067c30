import { hasWords } from '../../domain/answer-text.ts';
import { DECK_LIMITS } from '../limits.ts';
import { mixed, type Offered } from './choices.ts';
import { type ColumnRole, foldName, placedIn, roleNamed } from './column-names.ts';
import { isObject } from './json-list.ts';

/** One more would only be told of as too many as well. */
const MOST_OPTIONS = DECK_LIMITS.options + 1;

const TEXTS = [
  ...['text', 'option', 'option text', 'answer', 'answer text', 'choice', 'value', 'content'],
  ...['label', 'title', 'body', 'name', 'вариант', 'текст', 'ответ'],
];
const MARKS = ['id', 'key', 'letter', 'label', 'value', 'index', 'identifier', 'option'];
const FLAGS = [
  ...['correct', 'is correct', 'right', 'is right', 'is answer', 'is true'],
  ...['верно', 'верный', 'правильный', 'правильно'],
];
const REASONS = [
  ...['explanation', 'rationale', 'reason', 'why', 'feedback', 'comment'],
  ...['пояснение', 'объяснение', 'обоснование', 'почему'],
];

type Item = Readonly<Record<string, unknown>>;

/** The options of an object, and the key under which they stand; undefined where it has none of its own. */
export function optionsInItem(
  item: Item,
): { readonly key: string; readonly options: readonly Offered[] } | undefined {
  const key = Object.keys(item).find((one) => roleOf(one) === 'options' && isMany(item[one]));
  if (key !== undefined) return { key, options: optionsIn(item[key]) };
  return wrongAndRight(item) ?? severalAnswers(item);
}

const roleOf = (key: string): ColumnRole | undefined => roleNamed(foldName(key))?.role;

const isMany = (value: unknown): boolean => isObject(value) || Array.isArray(value);

/** `correct_answer` and a list of `incorrect_answers`. */
function wrongAndRight(item: Item): ReturnType<typeof optionsInItem> {
  const key = Object.keys(item).find((one) => placedIn(foldName(one))?.role === 'wrong');
  const wrong = key === undefined ? undefined : item[key];
  if (key === undefined || !Array.isArray(wrong)) return undefined;
  const rightKey = keyOf(item, 'correct') ?? keyOf(item, 'answer') ?? '';
  return { key, options: mixed(textsOf(wrong), textsOf(item[rightKey])) };
}

/** `answers` are options where something tells which of them is right; alone they are all of them the answer. */
function severalAnswers(item: Item): ReturnType<typeof optionsInItem> {
  const key = Object.keys(item).find((one) => /^(answers|ответы)$/.test(foldName(one)));
  if (key === undefined || !isMany(item[key])) return undefined;
  const options = optionsIn(item[key]);
  const isTold =
    options.some(({ right }) => right) ||
    Object.keys(item).some((one) => one !== key && /^(correct|answer)$/.test(roleOf(one) ?? ''));
  return options.length > 1 && isTold ? { key, options } : undefined;
}

const keyOf = (item: Item, role: ColumnRole): string | undefined =>
  Object.keys(item).find((one) => roleOf(one) === role);

const textsOf = (value: unknown): readonly string[] =>
  [value].flat().filter(isScalar).map(String).slice(0, MOST_OPTIONS);

/** `["one", "two"]`, `{"a": "one", "b": "two"}`, or a list of objects that say more of each option. */
function optionsIn(value: unknown): readonly Offered[] {
  const found = isObject(value)
    ? (sideBySide(value) ?? Object.entries(value).map(([key, one]) => optionFrom(one, [key])))
    : Array.isArray(value)
      ? value.map((one) => optionFrom(one, []))
      : [];
  return found.filter((one) => one !== undefined).slice(0, MOST_OPTIONS);
}

/** `{"text": ["one", "two"], "label": ["A", "B"]}`, as data sets keep them. */
function sideBySide(value: Item): readonly (Offered | undefined)[] | undefined {
  const lists = Object.entries(value).filter(([, list]) => Array.isArray(list));
  const texts = lists.find(([key]) => TEXTS.includes(foldName(key)))?.[1];
  if (!Array.isArray(texts)) return undefined;
  return texts.map((_text, at) =>
    optionFrom(Object.fromEntries(lists.map(([key, list]) => [key, (list as unknown[])[at]])), []),
  );
}

function optionFrom(value: unknown, keys: readonly string[]): Offered | undefined {
  if (isScalar(value)) return { text: String(value), marks: keys };
  if (!isObject(value)) return undefined;
  const fields = fieldsOf(value);
  const text = firstOf(fields, TEXTS);
  if (text === undefined) return undefined;
  const why = firstOf(fields, REASONS);
  const isRight = FLAGS.some((flag) => isTrue(fields.get(flag)));
  return {
    text,
    marks: [...keys, ...MARKS.flatMap((name) => textOf(fields.get(name)) ?? [])],
    ...(isRight && { right: true }),
    ...(why !== undefined && { why }),
  };
}

/** Its values by their keys, however these are spelled. */
const fieldsOf = (value: Item): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(value).map(([key, one]) => [foldName(key), one]));

const firstOf = (
  fields: ReadonlyMap<string, unknown>,
  names: readonly string[],
): string | undefined =>
  names.map((name) => textOf(fields.get(name))).find((text) => text !== undefined);

const textOf = (value: unknown): string | undefined =>
  isScalar(value) && hasWords(String(value)) ? String(value) : undefined;

/** The text of an object that stands where a text is wanted: `"question": {"text": "…"}`. */
export const textWithin = (value: unknown): string | undefined =>
  isObject(value) ? firstOf(fieldsOf(value), TEXTS) : undefined;

const isTrue = (value: unknown): boolean =>
  value === true || (isScalar(value) && /^(true|1|yes|да)$/i.test(String(value)));

export const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** The keys that are flagged as right, `{"answer_a_correct": "true"}` meaning `answer_a`. */
export const flaggedKeys = (value: Item): readonly string[] =>
  Object.entries(value).flatMap(([key, one]) =>
    isTrue(one) ? [key.replace(/[_ -]?(is[_ -]?)?(correct|right)$/i, '')] : [],
  );
