import type { Language, Localized } from '../../domain/language.ts';
import { guessLanguage } from '../../domain/text/guess-language.ts';
import { told } from '../words/index.ts';
import type { ColumnRole } from './column-names.ts';
import { type Column, TRANSLATED } from './columns.ts';
import { type Skipped, THE_FILE } from './reading.ts';

type Columns = readonly (Column | undefined)[];
type Named = Language | undefined;

interface Matched {
  readonly columns: Columns;
  readonly warnings: readonly Skipped[];
}

/** What answers a question: the answer itself, or options to choose from. */
const ANSWERING: ReadonlySet<ColumnRole> = new Set([
  'answer',
  'correct',
  'option',
  'options',
  'wrong',
]);

/**
 * The columns with each question beside an answer in its language. People write the question in two languages and
 * the answer in one, or the other way round: a column that names no language is then in the one that its words are
 * in, and what has no counterpart in its language is not read.
 */
export function matchLanguages(
  columns: Columns,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): Matched {
  const asked = languagesOf(columns, isQuestion);
  const answered = languagesOf(columns, isAnswering);
  if (answered.length === 0) return { columns, warnings: [] };
  const named = columns
    .map(naming(isQuestion, { own: asked, other: answered }, { columns, rows }))
    .map(naming(isAnswering, { own: answered, other: asked }, { columns, rows }));
  const answers = languagesOf(named, isAnswering);
  const shared = languagesOf(named, isQuestion).filter((one) => answers.includes(one));
  if (shared.length === 0) return { columns: columns.map(withoutLanguage), warnings: [] };
  const matched = named.map((column) => (column && isLone(column, shared) ? undefined : column));
  const lone = names.filter((_name, at) => columns[at]?.language && !matched[at]);
  return { columns: matched, warnings: lone.length > 0 ? [oneSided(lone)] : [] };
}

const isQuestion = ({ role }: Column): boolean => role === 'question';

const isAnswering = ({ role }: Column): boolean => ANSWERING.has(role);

const languagesOf = (columns: Columns, is: (column: Column) => boolean): readonly Named[] => [
  ...new Set(columns.flatMap((column) => (column && is(column) ? [column.language] : []))),
];

interface Sides {
  readonly own: readonly Named[];
  readonly other: readonly Named[];
}

interface Table {
  readonly columns: Columns;
  readonly rows: readonly (readonly string[])[];
}

/** Gives columns that name no language the one that their counterparts are in and their words as well. */
function naming(is: (column: Column) => boolean, { own, other }: Sides, table: Table) {
  const missing = other.filter((one) => one !== undefined && !own.includes(one));
  if (!own.includes(undefined) || other.includes(undefined) || missing.length === 0) {
    return (column: Column | undefined) => column;
  }
  const written = guessLanguage(wordsOf(table, (column) => is(column) && !column.language));
  const language = missing.find((one) => one === written) ?? missing[0];
  return (column: Column | undefined) =>
    column && language && is(column) && !column.language ? { ...column, language } : column;
}

/** Rows whose words tell a column's language. */
const SAMPLE = 50;

const wordsOf = ({ columns, rows }: Table, is: (column: Column) => boolean): string =>
  rows
    .slice(0, SAMPLE)
    .flatMap((cells) => cells.filter((_cell, at) => columns[at] && is(columns[at])))
    .join(' ');

const isLone = ({ role, language }: Column, shared: readonly Named[]): boolean =>
  TRANSLATED.has(role) && !shared.includes(language) && !(role === 'explanation' && !language);

/** The question in one language and the answer in another is a table for those who learn a language. */
function withoutLanguage(column: Column | undefined): Column | undefined {
  if (!column) return undefined;
  const { role, place } = column;
  return { role, ...(place !== undefined && { place }) };
}

const oneSided = (columns: readonly string[]): Skipped => ({
  where: THE_FILE,
  why: whyOneSided(columns.map((name) => `\`${name}\``).join(', ')),
});

const whyOneSided = (columns: string): Localized => told((words) => words.oneSided(columns));
