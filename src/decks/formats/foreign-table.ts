import type { Localized } from '../../domain/language.ts';
import { told } from '../words/index.ts';
import { type CardOptions, type CardsHead, readCards } from './cards.ts';
import { matchLanguages } from './column-languages.ts';
import { isIndexName, isProgramsName } from './column-names.ts';
import {
  type Column,
  columnsOf,
  hasAnswer,
  namesQuestions,
  nameTwice,
  unreadColumns,
  withoutIdle,
} from './columns.ts';
import { readQuestionList } from './question-list.ts';
import { type FileReading, refused, type Skipped, THE_FILE } from './reading.ts';
import { lineWhere, type TableRecord } from './table.ts';
import { cardsFrom } from './table-cards.ts';

/** Rows among which the names of the columns are looked for: people write a title over a table. */
const HEADER_WITHIN = 5;

/** The row that names the columns, and where it stands. */
interface Header {
  readonly at: number;
  readonly line: number;
  readonly names: readonly string[];
  readonly columns: readonly (Column | undefined)[];
}

export function findHeader(
  records: readonly TableRecord[],
  isHeader: (
    columns: readonly (Column | undefined)[],
    names: readonly string[],
  ) => boolean = hasAnswer,
): Header | undefined {
  for (const [at, { line, cells }] of records.slice(0, HEADER_WITHIN).entries()) {
    const columns = columnsOf(cells);
    if (columns && isHeader(columns, cells)) {
      return { at, line, names: cells, columns: withoutIdle(columns) };
    }
  }
  return undefined;
}

/** A table of somebody else's: a question in each row, and most often an answer. */
export function readForeignTable(
  records: readonly TableRecord[],
  options: CardOptions,
): FileReading {
  const header = findHeader(records);
  if (header) return readUnder(header, records, options);
  const asking = findHeader(records, namesQuestions);
  if (asking) return readUnder(asking, records, { ...options, toDiscuss: true });
  if (isForPrograms(records)) return refused(NAMELESS);
  if (records.length > 0 && records.every(({ cells }) => cells.length === 1)) {
    const lines = records.map(({ line, cells }) => ({
      where: lineWhere(line),
      text: cells[0] ?? '',
    }));
    return readQuestionList(lines, options);
  }
  const isBare = records.length > 0 && columnsOf(records[0]?.cells ?? []) === undefined;
  return isBare && records.every(({ cells }) => cells.length === 2)
    ? readBare(records, options)
    : refused(NAMELESS);
}

const NAMELESS = told((words) => words.namelessTable);

/** Whether its first row names a column for a program, so that it is no question either. */
export const isForPrograms = ([first]: readonly TableRecord[]): boolean =>
  first?.cells.some(isProgramsName) ?? false;

export const namedTwice = (column: string, line: number): Localized =>
  told((words) => words.namedTwice({ column, line }));

function readUnder(
  { at, line, names, columns: found }: Header,
  records: readonly TableRecord[],
  options: CardsHead,
): FileReading {
  const twice = nameTwice(names, found);
  if (twice !== undefined) return refused(namedTwice(twice, line));
  const below = records.slice(at + 1);
  const { columns, warnings: lone } = matchLanguages(found, names, below.map(cellsOf));
  const first = names.some((name, index) => columns[index] && isIndexName(name)) ? 0 : 1;
  const { cards, skipped, warnings } = cardsFrom(below.map(placed), columns, first);
  const { title, above } = overHeader(records.slice(0, at));
  const lost = { columns: unreadColumns(names, columns, below) };
  const reading = readCards(cards, { ...options, title, lost });
  return {
    ...reading,
    skipped: [...above, ...skipped, ...reading.skipped],
    warnings: [...lone, ...warnings, ...reading.warnings],
  };
}

/** NotebookLM, Quizlet and people who are in a hurry name no columns. */
function readBare(records: readonly TableRecord[], options: CardOptions): FileReading {
  const { cards, skipped } = cardsFrom(records.map(placed), BARE);
  const reading = readCards(cards, options);
  return {
    ...reading,
    skipped: [...skipped, ...reading.skipped],
    warnings: [{ where: THE_FILE, why: BARE_TOLD }, ...reading.warnings],
  };
}

const BARE: readonly Column[] = [{ role: 'question' }, { role: 'answer' }];

const BARE_TOLD = told((words) => words.bareTable);

const cellsOf = ({ cells }: TableRecord): readonly string[] => cells;

const placed = ({ line, cells }: TableRecord) => ({ where: lineWhere(line), cells });

/** The deck's title, where one stands over the table; anything else there is told of. */
function overHeader(records: readonly TableRecord[]): {
  readonly title: string | undefined;
  readonly above: readonly Skipped[];
} {
  const titles = records.map(({ cells }) => cells.map((cell) => cell.trim()).filter(Boolean));
  const title = titles.find((cells) => cells.length === 1)?.[0];
  const above = records
    .filter((_record, index) => titles[index]?.[0] !== title)
    .map(({ line }) => ({
      where: lineWhere(line),
      why: told((words) => words.aboveHeader),
    }));
  return { title, above };
}
