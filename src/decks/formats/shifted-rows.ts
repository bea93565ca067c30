import { hasWords } from '../../domain/answer-text.ts';
import { columnsOf } from './columns.ts';
import { levelOf } from './levels.ts';
import type { TableRecord } from './table.ts';

/** Columns whose cells can be told from words of a sentence; -1 where a comma before them moves nothing. */
interface Places {
  readonly topic: number;
  readonly difficulty: number;
}

type IsShifted = (row: TableRecord) => boolean;

/**
 * The rows in which a delimiter without quotation marks has moved the cells, though they are no wider than the
 * header, since another cell is missing. A blank or an unknown level alone is no such sign: sound tables have both.
 */
export function shiftedRows(
  header: TableRecord,
  below: readonly TableRecord[],
): ReadonlySet<TableRecord> {
  const places = placesIn(header);
  const tidy = below.filter((row) => !hasBlanks(row));
  const areBlanksRare = !hasBlanks(header) && isMost(tidy, below);
  const signs = [
    levelElsewhere(below, places),
    ...(areBlanksRare ? [sentenceAsLevel(tidy, places), sentenceAsTopic(tidy, places)] : []),
  ];
  return new Set(below.filter((row) => signs.some((isShifted) => isShifted(row))));
}

function placesIn({ cells }: TableRecord): Places {
  const columns = columnsOf(cells) ?? [];
  const placeOf = (role: string) => columns.findIndex((column) => column?.role === role);
  const question = placeOf('question');
  const [topic, difficulty] = [placeOf('topic'), placeOf('difficulty')];
  return {
    topic: topic > question ? topic : -1,
    difficulty: difficulty > question ? difficulty : -1,
  };
}

/** Whether no level stands under the difficulty, but in the next cell, or a topic of other rows stands there. */
function levelElsewhere(below: readonly TableRecord[], { topic, difficulty }: Places): IsShifted {
  const leveled = below.filter((row) => isLevelAt(row, difficulty));
  if (!isMost(leveled, below)) return () => false;
  const isNextFree = !leveled.some((row) => isLevelAt(row, difficulty + 1));
  const topics = topic === difficulty - 1 ? foldedAt(leveled, topic) : new Set();
  const isNoTopic = (cell: string) => hasWords(cell) && !topics.has(folded(cell));
  return (row) =>
    isOtherAt(row, difficulty) &&
    ((isNextFree && isLevelAt(row, difficulty + 1)) ||
      (isNoTopic(cellAt(row, topic)) && topics.has(folded(cellAt(row, difficulty)))));
}

/** Whether words after a blank, which tidy rows have nowhere, stand where these have a level. */
function sentenceAsLevel(tidy: readonly TableRecord[], { difficulty }: Places): IsShifted {
  const leveled = tidy.filter((row) => isLevelAt(row, difficulty));
  if (!isMost(leveled, tidy)) return () => false;
  return (row) => cellAt(row, difficulty).startsWith(' ') && isOtherAt(row, difficulty);
}

/** Whether such words, of no other row, stand where tidy rows have the name of a topic. */
function sentenceAsTopic(tidy: readonly TableRecord[], { topic, difficulty }: Places): IsShifted {
  const names = tidy.map((row) => cellAt(row, topic)).filter(hasWords);
  if (names.length < 2) return () => false;
  const topics = foldedAt(tidy, topic);
  const areCapital = names.every((name) => /^\p{Lu}/u.test(name));
  const isOther = (cell: string) => /^ +\S/.test(cell) && !topics.has(folded(cell));
  const goesOn = (cell: string) => areCapital && /^ +\p{Ll}\P{Lu}*$/u.test(cell);
  return (row) =>
    isOther(cellAt(row, topic)) && (goesOn(cellAt(row, topic)) || !isLevelAt(row, difficulty));
}

const isMost = (some: readonly TableRecord[], all: readonly TableRecord[]): boolean =>
  some.length * 2 > all.length;

const isLevelAt = (row: TableRecord, at: number): boolean =>
  at >= 0 && levelOf(cellAt(row, at)) !== undefined;

const isOtherAt = (row: TableRecord, at: number): boolean =>
  hasWords(cellAt(row, at)) && !isLevelAt(row, at);

const cellAt = ({ cells }: TableRecord, at: number): string => cells[at] ?? '';

const folded = (cell: string): string => cell.trim().toLowerCase();

const foldedAt = (rows: readonly TableRecord[], at: number): ReadonlySet<string> =>
  new Set(rows.map((row) => folded(cellAt(row, at))).filter(hasWords));

/** Whether a blank follows one of the delimiters. */
export const hasBlanks = ({ cells }: TableRecord): boolean =>
  cells.slice(1).some((cell) => cell.startsWith(' '));
