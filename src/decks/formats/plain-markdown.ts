import { seenText } from '../../domain/answer-text.ts';
import { tableToMarkdown } from './text-table.ts';

/** What is meant as code or a table by whoever writes plain text, and stays as it is. */
const CODE = /(^```[^\n]*\n[\s\S]*?\n```[ \t]*$|`[^`\n]+`)/m;
const INLINE_CODE = /(`[^`\n]+`)/;

/** `**words**` that stand apart from their surroundings, unlike the powers of `2**3**2`. */
const BOLD =
  /(?<![\p{L}\p{N}*\\])\*\*(?=[\p{L}\p{N}])([^*\n]+)(?<=[\p{L}\p{N}.!?:)])\*\*(?![\p{L}\p{N}*])/gu;

/**
 * A cell that a person typed, as Markdown that shows it the way it was typed: `a*b*c` and `__init__`
 * keep their signs. Code between backticks, bold words, lists and tables stay what they are meant as.
 */
export function plainToMarkdown(text: string): string {
  const shown = text.replace(TABLE, (table) => `${tableToMarkdown(rowsOf(table))}\n`);
  const end = endOfFences(shown);
  return seenText(
    withoutCode(shown.slice(0, end), CODE) + withoutCode(shown.slice(end), INLINE_CODE),
  );
}

const withoutCode = (text: string, code: RegExp): string =>
  text
    .split(code)
    .map((part, index) => (index % 2 === 1 ? part : proseToMarkdown(part)))
    .join('');

/** Where the last block of code may end: from each beginning behind it, the whole rest would be searched in vain. */
function endOfFences(text: string): number {
  const last = [...text.matchAll(/\n```[ \t]*$/gm)].at(-1);
  return last ? last.index + last[0].length : 0;
}

function proseToMarkdown(text: string): string {
  return text
    .split(BOLD)
    .map((part, index) =>
      index % 2 === 1 ? `**${escapeDeckMarkdown(part)}**` : escapeDeckMarkdown(part),
    )
    .join('');
}

/** A table as GitHub's Markdown writes it. */
const TABLE = /^\|.*\|[ \t]*\n\|[-:| \t]+\|[ \t]*\n(?:\|.*\|[ \t]*(?:\n|$))+/gm;

const rowsOf = (table: string): readonly (readonly string[])[] =>
  table
    .trim()
    .split('\n')
    .filter((_line, index) => index !== 1)
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

/** Escapes whatever Markdown would take for more than the character it is. */
export const escapeDeckMarkdown = (text: string): string => text.replace(/\S+/g, escapeWord);

/** The marks of headings, quotes and rules, where a word is nothing else. */
const LINE_MARK = /^(#{1,6}|>+|-{2,}|={1,}|~{3,})$/;

/** Most words hold no sign that could be markup. */
const SIGN = /[\\*`_\]<&#>=~-]/;

function escapeWord(word: string): string {
  if (!SIGN.test(word)) return word;
  if (/^\*+$/.test(word)) return word;
  if (LINE_MARK.test(word)) return `\\${word}`;
  return word
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/[*`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\](?=[(:])/g, '\\]')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w{1,31};)/g, '\\&');
}

/** The text without the backslashes that were put in. */
export const unescapeMarkdown = (markdown: string): string =>
  markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
