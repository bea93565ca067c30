import type { Term, TermMaker } from './term.ts';
import { ABBREVIATIONS, foldWord } from './word-lists.ts';

/** A piece of a text, and where it stands. */
export type Token = WordToken | MarkToken;

export interface WordToken {
  readonly kind: 'word' | 'sign';
  readonly term: Term;
  readonly start: number;
  readonly end: number;
}

interface MarkToken {
  readonly kind: 'mark';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What is beyond this is not read: it bounds what a long answer costs. */
export const LONGEST_READ = 4_000;

/** Words first, then signs, then marks. */
const TOKEN = /(\d+(?:[.,]\d+)*|[\p{L}\p{N}]+(?:['’ʼ]\p{L}+)?)|([+*/&|<>=!]{1,3})|[.!?;:\n,()•]/gu;

/** The text as it is read and quoted, with no half of a character at its end. */
export function readablePart(text: string): string {
  return text
    .normalize('NFC')
    .slice(0, LONGEST_READ)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** The words, signs and marks of a text. A `.` within a word or after an abbreviation is none. */
export function tokensOf(text: string, termOf: TermMaker): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const token = tokenOf(match, termOf);
    if (!isNoise(token, text)) tokens.push(token);
  }
  return tokens;
}

function tokenOf(
  { 0: written, 1: word, 2: sign, index: start }: RegExpExecArray,
  termOf: TermMaker,
): Token {
  const end = start + written.length;
  if (word !== undefined) return { kind: 'word', term: termOf(word), start, end };
  const isMark = sign === undefined || /^!+$/.test(sign);
  if (isMark) return { kind: 'mark', text: written, start, end };
  return { kind: 'sign', term: termOf(sign), start, end };
}

function isNoise(token: Token, text: string): boolean {
  const { kind, start, end } = token;
  if (kind === 'word') return false;
  if (kind === 'mark') {
    if (token.text !== '.') return false;
    return /\S/.test(text.charAt(end)) || ABBREVIATIONS.has(wordBefore(text, start));
  }
  if (!/^\*+$/.test(token.term.text)) return false;
  return isSpace(text.charAt(start - 1)) !== isSpace(text.charAt(end));
}

/** Stars with a space on one side only are emphasis; a star between two of a kind multiplies. */
const isSpace = (character: string): boolean => !/[\p{L}\p{N}]/u.test(character);

/** With the dots within it, such as `e.g` before the dot of `e.g.`; abbreviations are short. */
function wordBefore(text: string, end: number): string {
  return foldWord(/[\p{L}.]*$/u.exec(text.slice(Math.max(0, end - 5), end))?.[0] ?? '');
}
