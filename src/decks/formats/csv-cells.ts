import { hasWords } from '../../domain/answer-text.ts';

/** A spreadsheet takes a cell that starts with one of these for a formula and runs it. */
const FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Marks a cell as text where a spreadsheet would run it; {@link unmarkCell} takes the mark off again. */
export const markCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

export const unmarkCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

/** One line of a cell that holds a list: `part | part`, with `\|` and `\\` for those characters. */
export const joinParts = (parts: readonly string[]): string =>
  parts.map((part) => part.replace(/[\\|]/g, '\\$&')).join(' | ');

export function splitParts(line: string): string[] {
  const parts = [''];
  for (const [token] of line.matchAll(/\\[\\|]|[^\\|]+|[\\|]/g)) {
    if (token === '|') parts.push('');
    else parts.push(`${parts.pop() ?? ''}${/^\\[\\|]$/.test(token) ? token.slice(1) : token}`);
  }
  return parts.map((part) => part.trim());
}

export const linesOf = (cell: string): string[] => cell.split(/\r?\n/).filter(hasWords);
