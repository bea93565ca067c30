/** How good a place is for a cut: the higher the better. A place between two is no place at all. */
export const RANK = {
  none: 0,
  codePoint: 1,
  grapheme: 2,
  codeWord: 3,
  codeLine: 4,
  word: 5,
  sentence: 6,
  line: 7,
  paragraph: 8,
} as const;

export type Range = readonly [from: number, to: number];

/** The rank of a cut before each UTF-16 offset of the text. Offsets inside `code` rank below words. */
export function rankBoundaries(text: string, code: readonly Range[]): Uint8Array {
  const ranks = new Uint8Array(text.length + 1);
  const raise = (at: number, rank: number): void => {
    ranks[at] = Math.max(ranks[at] ?? 0, rank);
  };
  for (const at of codePoints(text)) raise(at, RANK.codePoint);
  for (const at of segments(text, 'grapheme')) raise(at, RANK.grapheme);
  for (const at of ends(text, /\s+/g)) raise(at, RANK.word);
  for (const at of segments(text, 'sentence')) raise(at, RANK.sentence);
  for (const at of ends(text, /\n/g)) raise(at, RANK.line);
  for (const at of ends(text, /\n[^\S\n]*\n/g)) raise(at, RANK.paragraph);
  for (const range of code) lowerInside(ranks, range);
  return ranks;
}

function* codePoints(text: string): Iterable<number> {
  let at = 0;
  for (const character of text) {
    yield at;
    at += character.length;
  }
  yield at;
}

/** The locale is fixed so that the cuts do not depend on the machine. */
function* segments(text: string, granularity: 'grapheme' | 'sentence'): Iterable<number> {
  const segmenter = new Intl.Segmenter('en', { granularity });
  for (const { index } of segmenter.segment(text)) yield index;
}

function* ends(text: string, pattern: RegExp): Iterable<number> {
  for (const match of text.matchAll(pattern)) yield match.index + match[0].length;
}

function lowerInside(ranks: Uint8Array, [from, to]: Range): void {
  for (let at = from + 1; at < to; at++) {
    const rank = ranks[at] ?? 0;
    if (rank >= RANK.line) ranks[at] = RANK.codeLine;
    else if (rank >= RANK.word) ranks[at] = RANK.codeWord;
  }
}
