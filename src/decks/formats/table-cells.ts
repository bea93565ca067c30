import { seenText } from '../../domain/answer-text.ts';
import type { Language } from '../../domain/language.ts';
import { mixed, type Offered, optionsInCell } from './choices.ts';
import type { ColumnRole } from './column-names.ts';
import type { Column } from './columns.ts';
import { htmlToMarkdown, htmlToPlain, looksLikeHtml } from './html.ts';
import type { Lost } from './lost.ts';
import { plainToMarkdown } from './plain-markdown.ts';

/** A cell that holds something and is read. */
export interface Cell {
  readonly column: Column;
  /** As Markdown, where people will read it as prose. */
  readonly text: string;
  readonly lost: Partial<Lost>;
}

export const readCells = (
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
): readonly Cell[] =>
  columns
    .flatMap((column, index) => (column ? [readCell(column, seenText(cells[index] ?? ''))] : []))
    .filter(hasText);

/** The same of cells that hold Markdown already. */
export const markdownCells = (
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
): readonly Cell[] =>
  columns
    .flatMap((column, index) => (column ? [{ column, text: cells[index] ?? '', lost: {} }] : []))
    .filter(hasText);

const hasText = ({ text }: Cell): boolean => text !== '';

const readCell = (column: Column, cell: string): Cell =>
  isProse(column)
    ? { column, ...cellToMarkdown(cell) }
    : { column, text: looksLikeHtml(cell) ? htmlToPlain(cell) : cell, lost: {} };

/** Whether people read it as text, and it is no name or mark. */
export const isProse = ({ role }: Column): boolean => !NO_PROSE.has(role);

const NO_PROSE: ReadonlySet<ColumnRole> = new Set(['topic', 'difficulty', 'id']);

/** Of a cell that does not say whether it holds HTML. */
export function cellToMarkdown(cell: string): Omit<Cell, 'column'> {
  if (!looksLikeHtml(cell)) return { text: plainToMarkdown(cell), lost: {} };
  const { markdown, ...lost } = htmlToMarkdown(cell);
  return { text: markdown, lost };
}

export const cellTextOf = (
  cells: readonly Cell[],
  role: ColumnRole,
  language?: Language,
): string | undefined =>
  cells.find(({ column }) => column.role === role && column.language === language)?.text;

const textsIn = (cells: readonly Cell[], role: ColumnRole): readonly string[] =>
  cells.filter(({ column }) => column.role === role).map(({ text }) => text);

/** Which option is right, or the only answer of a row without any. */
export const correctIn = (cells: readonly Cell[]): string =>
  [...textsIn(cells, 'correct'), ...textsIn(cells, 'answer')][0] ?? '';

/** The options of a row: a cell each, all in one cell, the right one with wrong ones beside it, or two. */
export function optionsInRow(cells: readonly Cell[]): readonly Offered[] {
  const options = cells.filter(({ column }) => column.role === 'option');
  if (options.length > 0) return options.map((cell) => withReason(cell, cells));
  const together = cellTextOf(cells, 'options');
  if (together !== undefined) return optionsInCell(together);
  const wrong = textsIn(cells, 'wrong');
  return wrong.length > 0 ? mixed(wrong, [correctIn(cells)]) : truthIn(correctIn(cells));
}

const TRUTHS = [
  ['True', 'False'],
  ['Верно', 'Неверно'],
  ['Правда', 'Ложь'],
];

/** A statement that is true or false is a choice between the two. */
function truthIn(answer: string): readonly Offered[] {
  const isAnswer = (text: string) => text.toLowerCase() === answer.toLowerCase();
  const pair = TRUTHS.find((texts) => texts.some(isAnswer)) ?? [];
  return pair.map((text) => ({ text, ...(isAnswer(text) && { right: true }) }));
}

function withReason({ column: { place }, text }: Cell, cells: readonly Cell[]): Offered {
  const why = cells.find(({ column }) => column.role === 'why' && column.place === place)?.text;
  return { text, ...(why !== undefined && { why }) };
}
