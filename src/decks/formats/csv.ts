import { stringify } from 'csv-stringify/sync';
import type { Deck } from '../../domain/question.ts';
import { complaints } from '../issue.ts';
import { partialHeadSchema } from '../schema.ts';
import { readCards } from './cards.ts';
import { markCell, unmarkCell } from './csv-cells.ts';
import { COLUMNS, headValue, questionValue, type Row, rowsOf } from './csv-rows.ts';
import { parseTable } from './csv-table.ts';
import { addLost } from './lost.ts';
import { type Reading, refused } from './reading.ts';
import { takeQuestions } from './take.ts';

/** One row for the deck, for each topic and for each question, for people who live in spreadsheets. */
export function writeCsv(deck: Deck): string {
  const rows = rowsOf(deck).map((row) => COLUMNS.map((column) => markCell(row.get(column) ?? '')));
  // With a byte-order mark, or spreadsheets take the file for their own old code page.
  return stringify([[...COLUMNS], ...rows], { bom: true, quoted_match: OTHER_DELIMITERS });
}

/** Where these divide cells, what follows one would otherwise be a cell that may run. */
const OTHER_DELIMITERS = /[;\t]/;

/** Reads an export, or any table with the columns `question` and `answer`. */
export function readCsv(text: string): Reading {
  const { delimiter, body, lines } = splitSeparator(text);
  const table = parseTable(body, { delimiter: delimiter ?? delimiterOf(body) });
  if (!table.ok) return refused(table.why);
  const [header, ...records] = table.records;
  const columns = header?.cells.map(columnOf) ?? [];
  const twice = columns.find((column, at) => KNOWN.has(column) && columns.indexOf(column) !== at);
  if (twice !== undefined) return refused(`its first row names the column \`${twice}\` twice`);
  const rows = records.map((record) => ({
    where: `line ${record.line + lines}`,
    row: rowOf(columns, record.cells),
  }));
  return columns.some((column) => column.includes('.') && KNOWN.has(column))
    ? readRows(rows, columns)
    : readPlain(rows, columns);
}

/** Columns of a table of somebody else's. */
const PLAIN = ['question', 'answer', 'topic', 'difficulty'];

const KNOWN: ReadonlySet<string> = new Set([...COLUMNS, ...PLAIN]);

const BY_LOWER_CASE = new Map([...KNOWN].map((column) => [column.toLowerCase(), column]));

/** A column as it is called here, however it is written. */
const columnOf = (cell: string): string =>
  BY_LOWER_CASE.get(cell.trim().toLowerCase()) ?? cell.trim();

/** Excel's own first line, `sep=;`, which is no row. */
function splitSeparator(text: string) {
  const [line = '', delimiter] = /^\ufeff?sep=(.)\r?\n/i.exec(text) ?? [];
  return { delimiter, body: text.slice(line.length), lines: line === '' ? 0 : 1 };
}

interface PlacedRow {
  readonly where: string;
  readonly row: Row;
}

function readRows(rows: readonly PlacedRow[], columns: readonly string[]): Reading {
  const head = partialHeadSchema.safeParse(headValue(rows.map(({ row }) => row)));
  if (!head.success) return refused(complaints(head.error));
  const questions = rows.filter(({ row }) => !['deck', 'topic'].includes(row.get('kind') ?? ''));
  const taken = takeQuestions(
    questions.map(({ where, row }) => ({ where, value: questionValue(row) })),
  );
  const unread = columns.filter((column) => !COLUMNS.includes(column));
  return { head: head.data, ...taken, lost: addLost([{ columns: unread }]) };
}

/** A table of somebody else's: two columns are enough. */
function readPlain(rows: readonly PlacedRow[], columns: readonly string[]): Reading {
  if (!columns.includes('question') || !columns.includes('answer')) {
    return refused('its first row does not name the columns `question` and `answer`');
  }
  const cards = rows.map(({ where, row }) => ({
    where,
    front: row.get('question') ?? '',
    back: row.get('answer') ?? '',
    topic: row.get('topic'),
    difficulty: row.get('difficulty'),
  }));
  const unread = columns.filter((column) => !PLAIN.includes(column));
  return readCards(cards, { columns: unread });
}

function rowOf(columns: readonly string[], cells: readonly string[]): Row {
  const entries = columns.map((column, index) => [column, unmarkCell(cells[index] ?? '')] as const);
  return new Map(entries.filter(([, cell]) => cell !== ''));
}

/** Spreadsheets of many languages write semicolons, since the comma is their decimal sign. */
function delimiterOf(text: string): string {
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  const count = (mark: string): number => header.split(mark).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] ?? ',';
}
