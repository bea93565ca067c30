import { hasWords, seenText } from '../../domain/answer-text.ts';
import type { Language } from '../../domain/language.ts';
import { type ColumnRole, foldName, placedIn, roleNamed, withoutHint } from './column-names.ts';

export interface Column {
  readonly role: ColumnRole;
  /** Where its name says it: `question_ru`. */
  readonly language?: Language;
  /** Which option it belongs to, where each has a column of its own. */
  readonly place?: number;
}

const NAMED =
  '(?:(?<en>(?:in )?english|eng?|англ|(?:на )?английск(?:ий|ом)|по английски)|(?<ru>(?:in )?russian|rus?|рус|(?:на )?русск(?:ий|ом)|по русски))';

/** `question ru`, `questionru`, `вопрос на русском`; `russian question`. */
const IN_LANGUAGE = [
  new RegExp(`^(?<base>.+?)(?: |\\b|(?<=[а-яё]))${NAMED}$`),
  new RegExp(`^${NAMED} (?<base>.+)$`),
];

/** Parts of which a table may have a column for each language. */
export const TRANSLATED: ReadonlySet<ColumnRole> = new Set(['question', 'answer', 'explanation']);

/**
 * What each column is by its name, in their order; undefined for those that are not read. Undefined
 * altogether where the names do not say which column holds the question.
 */
export function columnsOf(names: readonly string[]): readonly (Column | undefined)[] | undefined {
  const options = optionsAmong(names);
  const found = names.map((name, index) => options.get(index) ?? find(name));
  const columns = found.map((one) => (one && isFirst(one, found) ? one.column : undefined));
  return columns.some((column) => column?.role === 'question') ? columns : undefined;
}

/** Without the one that says which option is right, where there is an answer and no options to choose from. */
export function withoutIdle(
  columns: readonly (Column | undefined)[],
): readonly (Column | undefined)[] {
  const has = (...roles: readonly ColumnRole[]) =>
    columns.some((column) => column && roles.includes(column.role));
  const isIdle = has('answer') && !has('option', 'options', 'wrong');
  return isIdle ? columns.map((one) => (one?.role === 'correct' ? undefined : one)) : columns;
}

/** Whether the answer stands in one of them, or the right one of the options. */
export const hasAnswer = (columns: readonly (Column | undefined)[]): boolean =>
  columns.some((column) => column?.role === 'answer' || column?.role === 'correct');

/** Whether a column holds questions and says so: a list of people has a name in each row as well. */
export const namesQuestions = (
  columns: readonly (Column | undefined)[],
  names: readonly string[],
): boolean =>
  names.some(
    (name, at) => columns[at]?.role === 'question' && /question|вопрос|prompt/i.test(name),
  );

interface Found {
  readonly column: Column;
  readonly rank: number;
}

function find(name: string): Found | undefined {
  const folded = foldName(name);
  const plain = roleNamed(folded) ?? roleNamed(foldName(withoutHint(name)));
  if (plain) return { column: { role: plain.role }, rank: plain.rank };
  for (const { base = '', en } of inLanguage(folded)) {
    const translated = roleNamed(base.trim());
    if (!translated || !TRANSLATED.has(translated.role)) continue;
    const language = en === undefined ? 'ru' : 'en';
    return { column: { role: translated.role, language }, rank: translated.rank };
  }
  return undefined;
}

const inLanguage = (name: string): readonly Readonly<Partial<Record<string, string>>>[] =>
  IN_LANGUAGE.map((pattern) => pattern.exec(name)?.groups).filter((found) => found !== undefined);

/** Of several columns for one part the one with the plainest name, or the first of these. */
function isFirst(one: Found, all: readonly (Found | undefined)[]): boolean {
  if (one.column.place !== undefined) return true;
  const rivals = all.filter((other) => other !== undefined && isSamePart(one, other));
  return rivals.every((other) => other === one || (other?.rank ?? 0) >= one.rank);
}

const isSamePart = (one: Found, other: Found): boolean =>
  one.column.role === other.column.role && one.column.language === other.column.language;

/** The columns that belong to one option each, by their index. One option alone is none, unless it is a wrong one. */
function optionsAmong(names: readonly string[]): ReadonlyMap<number, Found> {
  const placed = names.flatMap((name, index) => {
    const as = placedIn(foldName(name)) ?? placedIn(foldName(withoutHint(name)));
    return as ? [{ index, column: as satisfies Column }] : [];
  });
  const count = placed.filter(({ column }) => column.role === 'option').length;
  const kept = placed.filter(({ column: { role } }) => role === 'wrong' || count > 1);
  return new Map(kept.map(({ index, column }) => [index, { column, rank: 0 }]));
}

/** A name that occurs twice for a part that is read: which is meant, nobody can tell. */
export function nameTwice(
  names: readonly string[],
  columns: readonly (Column | undefined)[],
): string | undefined {
  const read = names.map(foldName).filter((_name, index) => columns[index]);
  return read.find((name, index) => read.indexOf(name) !== index);
}

/** The columns that hold something nobody asked for, by their names. */
export function unreadColumns(
  names: readonly string[],
  columns: readonly (Column | undefined)[],
  rows: readonly { readonly cells: readonly string[] }[],
): readonly string[] {
  const widest = Math.max(names.length, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: widest }, (_, index) => index)
    .filter((index) => columns[index] === undefined)
    .filter((index) => rows.some(({ cells }) => hasWords(cells[index] ?? '')))
    .map((index) => seenText(names[index] ?? '') || `#${index + 1}`);
}
