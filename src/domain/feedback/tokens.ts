import { ABBREVIATIONS, foldWord, isFunctionWord } from './word-lists.ts';

/** A piece of a text, and where it stands. */
export interface Token {
  /** A function word carries no meaning of its own. */
  readonly kind: 'word' | 'function' | 'sign' | 'mark';
  /** As it is looked up. */
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
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].flatMap((match) => {
    const token = tokenOf(match);
    return isNoise(token, text) ? [] : [token];
  });
}

function tokenOf({ 0: written, 1: word, 2: sign, index: start }: RegExpExecArray): Token {
  const end = start + written.length;
  if (word === undefined) {
    const kind = sign !== undefined && !/^!+$/.test(sign) ? 'sign' : 'mark';
    return { kind, text: written, start, end };
  }
  const text = foldWord(word);
  return { kind: isFunctionWord(text) ? 'function' : 'word', text, start, end };
}

function isNoise({ kind, text: mark, start, end }: Token, text: string): boolean {
  if (kind === 'word' || kind === 'function') return false;
  if (mark === '.')
    return /\S/.test(text.charAt(end)) || ABBREVIATIONS.has(wordBefore(text, start));
  if (/^\*+$/.test(mark)) return isSpace(text.charAt(start - 1)) !== isSpace(text.charAt(end));
  return false;
}

/** Stars with a space on one side only are emphasis; a star between two of a kind multiplies. */
const isSpace = (character: string): boolean => !/[\p{L}\p{N}]/u.test(character);

/** With the dots within it, such as `e.g` before the dot of `e.g.`; abbreviations are short. */
function wordBefore(text: string, end: number): string {
  return foldWord(/[\p{L}.]*$/u.exec(text.slice(Math.max(0, end - 5), end))?.[0] ?? '');
}
