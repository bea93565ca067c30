import { stringify } from 'csv-stringify/sync';
import { hasWords } from '../../domain/answer-text.ts';
import type { Deck } from '../../domain/question.ts';
import { complaints } from '../issue.ts';
import { partialHeadSchema } from '../schema.ts';
import { told } from '../words/index.ts';
import { readAnkiNotes, readBareNotes } from './anki-text.ts';
import type { CardOptions } from './cards.ts';
import { namesQuestions } from './columns.ts';
import { markCell, unmarkCell } from './csv-cells.ts';
import { COLUMNS, csvRows, headValue, questionValue, type Row } from './csv-rows.ts';
import { findHeader, isForPrograms, namedTwice, readForeignTable } from './foreign-table.ts';
import { addLost } from './lost.ts';
import { readQuestionLines } from './question-list.ts';
import { type FileReading, refused } from './reading.ts';
import { hasBlanks, shiftedRows } from './shifted-rows.ts';
import { delimiterOf, lineWhere, readTable, type TableRecord } from './table.ts';
import { takeQuestions } from './take.ts';

/** One row for the deck, for each topic and for each question, for people who live in spreadsheets. */
export function writeCsv(deck: Deck): string {
  const rows = csvRows(deck).map((row) => COLUMNS.map((column) => markCell(row.get(column) ?? '')));
  // With a byte-order mark, or spreadsheets take the file for their own old code page.
  return stringify([[...COLUMNS], ...rows], { bom: true, quoted_match: OTHER_DELIMITERS });
}

/** Where these divide cells, what follows one would otherwise be a cell that may run. */
const OTHER_DELIMITERS = /[;\t]/;

/** Reads an export, notes of Anki that went through a spreadsheet, or any table of questions. */
export function readCsv(text: string, options: CardOptions): FileReading {
  const notes = readAnkiNotes(text, options);
  if (notes) return notes;
  const { delimiter, body, lines } = splitSeparator(text);
  const mark = delimiter ?? delimiterOf(body);
  const table = readTable(body, mark);
  if (!table.ok) return refused(table.why);
  const { records, skipped } = leaveOutMoved(
    table.records.map((record) => inFile(record, lines)),
    mark,
  );
  const reading = readRecords(records, options);
  return {
    ...reading,
    skipped: [...skipped, ...reading.skipped],
    warnings: [...table.warnings, ...reading.warnings],
  };
}

/** Reads notes of Anki, with or without its `#` lines, a table whose first rows name its columns, or lines that ask. */
export function readTxt(text: string, options: CardOptions): FileReading {
  const notes = readAnkiNotes(text, options);
  if (notes) return notes;
  const table = readTable(text, delimiterOf(text));
  if (table.ok && isTable(table.records)) return readCsv(text, options);
  return readQuestionLines(text, options) ?? readBareNotes(text, options);
}

/** Whether the first rows name columns: questions and notes alone have no names. */
const isTable = (records: readonly TableRecord[]): boolean =>
  [findHeader(records), findHeader(records, namesQuestions)].some(Boolean) ||
  isForPrograms(records);

/** Rows of a table, wherever they come from. */
export function readRecords(records: readonly TableRecord[], options: CardOptions): FileReading {
  const [header, ...rows] = records;
  return header && isOwn(header) ? readOwn(header, rows) : readForeignTable(records, options);
}

const isOwn = ({ cells }: TableRecord): boolean =>
  cells.map(columnOf).some((column) => column.includes('.') && COLUMNS.includes(column));

/**
 * Leaves out the rows with words in more cells than columns are named, or under columns that are not theirs: a
 * delimiter that stands in a cell without quotation marks has moved what follows it into other columns, where it
 * would be stored as something else.
 */
function leaveOutMoved(records: readonly TableRecord[], delimiter: string) {
  const header = headerAmong(records);
  if (!header) return { records, skipped: [] };
  const below = records.slice(records.indexOf(header) + 1);
  const columns = header.cells.length;
  const isWide = (row: TableRecord) => widthOf(row) > columns;
  const wide = new Set(isColumn(header, below) ? [] : below.filter(isWide));
  const narrow = below.filter((row) => !isWide(row));
  const shifted = isOwn(header) ? new Set<TableRecord>() : shiftedRows(header, narrow);
  const isMoved = (row: TableRecord) => wide.has(row) || shifted.has(row);
  const skipped = below.filter(isMoved).map((row) => ({
    where: lineWhere(row.line),
    why: told((words) =>
      wide.has(row)
        ? words.wideRow({ cells: row.cells.length, columns, delimiter })
        : words.shiftedRow(delimiter),
    ),
  }));
  return { records: records.filter((row) => !isMoved(row)), skipped };
}

const headerAmong = (records: readonly TableRecord[]): TableRecord | undefined => {
  const [first] = records;
  if (first && isOwn(first)) return first;
  const header = findHeader(records) ?? findHeader(records, namesQuestions);
  return header && records[header.at];
};

/** How many cells a row has up to its last word. */
const widthOf = ({ cells }: TableRecord): number => cells.findLastIndex(hasWords) + 1;

/** Whether what has no name is a column: all rows are equally wide, and no comma in them is one of a sentence. */
function isColumn(header: TableRecord, below: readonly TableRecord[]): boolean {
  const [first, ...others] = below;
  if (!first || others.length === 0) return false;
  const isAlike = others.every((row) => widthOf(row) === widthOf(first));
  return isAlike && (hasBlanks(header) || !below.some(hasBlanks));
}

const BY_LOWER_CASE = new Map(COLUMNS.map((column) => [column.toLowerCase(), column]));

/** A column as it is called here, however it is written. */
const columnOf = (cell: string): string =>
  BY_LOWER_CASE.get(cell.trim().toLowerCase()) ?? cell.trim();

/** Excel's own first line, `sep=;`, which is no row. */
function splitSeparator(text: string) {
  const [line = '', delimiter] = /^\ufeff?"?sep=(.)"?\n/i.exec(text) ?? [];
  return { delimiter, body: text.slice(line.length), lines: line === '' ? 0 : 1 };
}

const inFile = ({ line, cells }: TableRecord, lines: number): TableRecord => ({
  line: line + lines,
  cells: cells.map(unmarkCell),
});

/** A table with the columns of an export. */
function readOwn({ line, cells }: TableRecord, records: readonly TableRecord[]): FileReading {
  const columns = cells.map(columnOf);
  const twice = columns.find((one, at) => COLUMNS.includes(one) && columns.indexOf(one) !== at);
  if (twice !== undefined) return refused(namedTwice(twice, line));
  const rows = records.map((record) => ({
    where: lineWhere(record.line),
    row: rowOf(columns, record.cells),
  }));
  const head = partialHeadSchema.safeParse(headValue(rows.map(({ row }) => row)));
  if (!head.success) return refused(complaints(head.error));
  const questions = rows.filter(({ row }) => !['deck', 'topic'].includes(row.get('kind') ?? ''));
  const taken = takeQuestions(
    questions.map(({ where, row }) => ({ where, value: questionValue(row) })),
  );
  const unread = columns.filter((column) => !COLUMNS.includes(column));
  return { head: head.data, ...taken, lost: addLost([{ columns: unread }]) };
}

function rowOf(columns: readonly string[], cells: readonly string[]): Row {
  const entries = columns.map((column, index) => [column, cells[index] ?? ''] as const);
  return new Map(entries.filter(([, cell]) => hasWords(cell)));
}
