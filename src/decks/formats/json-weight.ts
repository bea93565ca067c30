import type { Localized } from '../../domain/language.ts';
import { told } from '../words/index.ts';

/** What JSON may hold: a deck at all its limits holds less. */
const MOST = {
  depth: 32,
  lists: 300_000,
  values: 1_000_000,
  lines: 3_000_000,
  /** Members of one object. */
  keys: 10_000,
  /** Bytes of one text; an answer as HTML may bear its pictures in it. */
  text: 1_000_000,
} as const;

const [QUOTE, BACKSLASH, COMMA, LINE_END] = [0x22, 0x5c, 0x2c, 0x0a];
const [BRACE, BRACE_END, BRACKET, BRACKET_END] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Why JSON holds more than any deck, told before it is parsed: a value of two bytes takes a hundred once it is
 * an object. The structure is all in ASCII, so that bytes tell it in every encoding but UTF-16, whose code
 * units are taken two bytes at a time.
 */
export function overweightJson(bytes: Uint8Array): Localized | undefined {
  const units = isWide(bytes) ? new Uint16Array(bytes.slice(0, bytes.length & ~1).buffer) : bytes;
  const { at, why } = weigh(units) ?? {};
  return why?.(lineOf(units, at ?? 0));
}

/** UTF-16 as this processor keeps it, by its mark or by the zero beside a first sign of ASCII. */
const isWide = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || second === 0;

/** What is told of a line. */
type OfLine = (line: number) => Localized;

interface Overweight {
  readonly at: number;
  readonly why: OfLine;
}

function weigh(units: Uint8Array | Uint16Array): Overweight | undefined {
  /** Of each object or list that is open, how many members it has had. */
  const members: number[] = [];
  let [lists, values, lines] = [0, 0, 0];
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at];
    if (unit === QUOTE) {
      const end = endOfText(units, at);
      if (end - at > MOST.text) return { at, why: LONG_TEXT };
      at = end;
    } else if (unit === BRACE || unit === BRACKET) {
      members.push(unit === BRACE ? 1 : -Infinity);
      if (members.length > MOST.depth) return { at, why: DEEP };
      if ((lists += 1) > MOST.lists) return { at, why: MANY };
    } else if (unit === BRACE_END || unit === BRACKET_END) members.pop();
    else if (unit === COMMA) {
      const count = (members.at(-1) ?? 0) + 1;
      if (count > MOST.keys) return { at, why: WIDE };
      members[members.length - 1] = count;
      if ((values += 1) > MOST.values) return { at, why: MANY };
    } else if (unit === LINE_END && (lines += 1) > MOST.lines) return { at, why: MANY };
  }
  return undefined;
}

/** Where a text ends that a quote begins; the end of the file where it never does. */
function endOfText(units: Uint8Array | Uint16Array, quote: number): number {
  let end = quote + 1;
  while (end < units.length && units[end] !== QUOTE) end += units[end] === BACKSLASH ? 2 : 1;
  return end;
}

function lineOf(units: Uint8Array | Uint16Array, at: number): number {
  let line = 1;
  for (let before = 0; before < at; before += 1) if (units[before] === LINE_END) line += 1;
  return line;
}

const DEEP: OfLine = (line) => told((words) => words.tooDeep({ line, most: MOST.depth }));

const MANY: OfLine = (line) => told((words) => words.tooManyValues(line));

const WIDE: OfLine = (line) => told((words) => words.tooWide({ line, most: MOST.keys }));

const LONG_TEXT: OfLine = (line) => told((words) => words.longText({ line, most: MOST.text }));
