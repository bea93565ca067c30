import { hasWords } from '../../domain/answer-text.ts';
import { LANGUAGES, type Localized } from '../../domain/language.ts';
import { DECK_LIMITS } from '../limits.ts';
import { told } from '../words/index.ts';
import type { Skipped } from './reading.ts';

export interface TableRecord {
  /** Where it begins in the file, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly ok: true;
  /** Without those that hold nothing. */
  readonly records: readonly TableRecord[];
  /** Quotes that had to be taken as they stand. */
  readonly warnings: readonly Skipped[];
}

/** Room for a header, the deck's row and its topics beside the questions. */
const MOST_RECORDS = DECK_LIMITS.questions + DECK_LIMITS.topics + 2;

const MOST_COLUMNS = 1_000;

/** A hundred in each row; each takes memory, even with nothing in it. */
const MOST_CELLS = 100 * DECK_LIMITS.questions;

const KEY_POINT =
  DECK_LIMITS.keyPointId + DECK_LIMITS.label + DECK_LIMITS.phrasings * DECK_LIMITS.phrasing;

const TEXT =
  DECK_LIMITS.question +
  DECK_LIMITS.answer +
  DECK_LIMITS.formulaNote +
  DECK_LIMITS.misconception +
  DECK_LIMITS.keyPoints * KEY_POINT;

const SHARED =
  3 * DECK_LIMITS.id +
  DECK_LIMITS.formula +
  DECK_LIMITS.formulaText +
  DECK_LIMITS.sources * (DECK_LIMITS.sourceTitle + DECK_LIMITS.url);

/** Characters of one record: the longest question's, thrice, since quotes and bars are written double. */
const LONGEST_RECORD = 3 * (SHARED + LANGUAGES.length * TEXT);

/**
 * Reads rows without giving the columns a meaning. Spreadsheets quote a cell that holds a quote, people
 * do not: one that closes nowhere is a character of the text and costs a warning, not the file. A table
 * of too many rows or columns is refused as soon as it is seen to be one. Lines end in `\n`.
 */
export function readTable(
  text: string,
  delimiter: string,
  most = MOST_RECORDS,
): Table | { readonly ok: false; readonly why: Localized } {
  const records: TableRecord[] = [];
  const warnings: Skipped[] = [];
  let [line, count] = [1, 0];
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length;) {
    const row = readRow(text, at, delimiter);
    if (!row.ok) return { ok: false, why: row.why(line) };
    if (row.cells.some(hasWords)) records.push({ line, cells: row.cells });
    if ((count += row.cells.length) > MOST_CELLS) return { ok: false, why: tooMany(line) };
    if (row.stray) warnings.push({ where: lineWhere(line), why: STRAY });
    if (records.length > most) {
      return { ok: false, why: told((words) => words.tooManyRows(most)) };
    }
    line += countLines(text, at, row.end);
    at = row.end;
  }
  return { ok: true, records, warnings };
}

const tooMany = (line: number): Localized => told((words) => words.tooManyValues(line));

const STRAY = told((words) => words.strayQuote);

/** Where something stands in a table. */
export const lineWhere = (line: number): Localized => told((words) => words.line(line));

type Row =
  | {
      readonly ok: true;
      readonly cells: readonly string[];
      readonly end: number;
      readonly stray: boolean;
    }
  | { readonly ok: false; readonly why: (line: number) => Localized };

function readRow(text: string, start: number, delimiter: string): Row {
  const cells: string[] = [];
  let stray = false;
  for (let at = start; ;) {
    const quoted = readQuoted(text, at, delimiter);
    const { value, end } = quoted ?? readPlain(text, at, delimiter);
    stray ||= quoted === undefined && value.trimStart().startsWith('"');
    cells.push(value);
    if (cells.length > MOST_COLUMNS) return { ok: false, why: tooWide };
    if (end - start > LONGEST_RECORD) return { ok: false, why: tooLong };
    if (text[end] !== delimiter) return { ok: true, cells, end: end + 1, stray };
    at = end + 1;
  }
}

const tooWide = (line: number): Localized =>
  told((words) => words.tooManyColumns({ line, most: MOST_COLUMNS }));

const tooLong = (line: number): Localized => told((words) => words.longLine(line));

interface Cell {
  readonly value: string;
  /** Where its delimiter, its line's end or the text's end is. */
  readonly end: number;
}

function readPlain(text: string, at: number, delimiter: string): Cell {
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1;
  return { value: text.slice(at, end), end };
}

/** A cell in quotes, perhaps after a blank; undefined where none opens or the one that does is stray. */
function readQuoted(text: string, at: number, delimiter: string): Cell | undefined {
  const open = skipBlanks(text, at, delimiter);
  if (text[open] !== '"') return undefined;
  let bare = 0;
  for (let next = open + 1; bare <= MOST_BARE;) {
    const quote = text.indexOf('"', next);
    if (quote < 0 || quote - open > LONGEST_RECORD) return undefined;
    const end = skipBlanks(text, quote + 1, delimiter);
    const doubled = text[quote + 1] === '"';
    if (!doubled && isEnd(text, end, delimiter)) return closed(text, { open, quote, end, bare });
    if (!doubled && opens(text, quote, delimiter)) return undefined;
    if (!doubled || bare > 0) bare += 1;
    next = quote + (doubled ? 2 : 1);
  }
  return undefined;
}

/**
 * Quotes that a quoted cell may hold after one that was not written double. With a limit, no text makes
 * the reader look far ahead from each of its cells.
 */
const MOST_BARE = 10;

/** Where a quote was not written double, only the end of the same line is believed. */
function closed(
  text: string,
  at: {
    readonly open: number;
    readonly quote: number;
    readonly end: number;
    readonly bare: number;
  },
): Cell | undefined {
  const value = text.slice(at.open + 1, at.quote);
  if (at.bare > 0 && value.includes('\n')) return undefined;
  return { value: value.replaceAll('""', '"'), end: at.end };
}

function skipBlanks(text: string, at: number, delimiter: string): number {
  let end = at;
  while ((text[end] === ' ' || text[end] === '\t') && text[end] !== delimiter) end += 1;
  return end;
}

const isEnd = (text: string, at: number, delimiter: string): boolean =>
  at >= text.length || text[at] === delimiter || text[at] === '\n';

/** Whether a quote stands where a cell begins: then the one before it was never closed. */
function opens(text: string, quote: number, delimiter: string): boolean {
  let before = quote - 1;
  while (text[before] === ' ') before -= 1;
  return text[before] === delimiter || text[before] === '\n';
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    lines += 1;
  }
  return lines;
}

/**
 * The mark between cells: the one by which most of the first lines have equally many. Commas come last, since
 * sentences are full of them. Bars part options and phrasings within cells as well, so that they count only where the
 * first line has nothing else.
 */
export function delimiterOf(text: string): string {
  const start = text.slice(0, LONGEST_RECORD).split('\n').slice(0, SAMPLE_LINES).join('\n');
  const [first = ''] = start.split('\n', 1);
  if (first.includes('|') && !DELIMITERS.some((mark) => first.includes(mark))) return '|';
  const counted = DELIMITERS.map((mark) => ({ mark, lines: linesAlike(start, mark) }));
  return counted.sort((a, b) => b.lines - a.lines)[0]?.mark ?? ',';
}

const SAMPLE_LINES = 20;

const DELIMITERS = ['\t', ';', ','];

/** How many of the lines have more than one cell, and as many as most of these. */
function linesAlike(text: string, delimiter: string): number {
  const table = readTable(text, delimiter);
  if (!table.ok) return 0;
  const wide = table.records.map(({ cells }) => cells.length).filter((count) => count > 1);
  return Math.max(
    0,
    ...Map.groupBy(wide, (count) => count)
      .values()
      .map((alike) => alike.length),
  );
}
