import { type Range, RANK, rankBoundaries } from './boundaries.ts';
import { code, type RichText, type Span } from './text.ts';

/**
 * Cuts text into pieces that each measure at most `max`, at the best boundary there is: between
 * paragraphs, lines, sentences, words; inside code only where code alone is too long, inside a word
 * only where one word is. Bold, code and links that are cut go on as bold, code and links.
 * White space at a cut is dropped, nothing else is. Pure: the same input, the same cuts.
 *
 * `measure` must not shrink as text grows. A span that cannot be cut (an instant, a name, a channel) and is
 * longer than `max` by itself comes out as a piece of its own.
 */
export function splitText(
  text: RichText,
  max: number,
  measure: (text: RichText) => number,
): RichText[] {
  if (measure(text) <= max) return [text];
  const flat = text.map(flatten).join('');
  const ranks = rankBoundaries(flat, codeRanges(text));
  const fits = (from: number, to: number): boolean => measure(piece(text, from, to)) <= max;
  const pieces: RichText[] = [];
  for (let from = 0; from < flat.length;) {
    const furthest = furthestFit([from, flat.length], max, fits);
    const to = furthest === flat.length ? furthest : bestCut(ranks, from, furthest);
    pieces.push(piece(text, from, to));
    from = to;
  }
  return pieces.filter((spans) => spans.length > 0);
}

/** Cuts code in the same way; every piece is code again. */
export function splitCode(text: string, max: number, measure: (code: string) => number): string[] {
  const textOf = (piece: RichText): string => piece.map(flatten).join('');
  return splitText([code(text)], max, (piece) => measure(textOf(piece))).map(textOf);
}

/**
 * Stands for a span that cannot be cut; Unicode's own character for an embedded object. People may write it
 * too, so it never tells what kind a span is.
 */
const OBJECT = '\uFFFC';

function flatten(span: Span): string {
  if (typeof span === 'string') return span;
  return 'text' in span ? span.text : OBJECT;
}

function codeRanges(text: RichText): Range[] {
  let at = 0;
  return text.flatMap((span): Range[] => {
    const from = at;
    at += flatten(span).length;
    return typeof span !== 'string' && span.type === 'code' ? [[from, at]] : [];
  });
}

/** The text between two flat offsets, without the white space at its end. */
function piece(text: RichText, from: number, to: number): RichText {
  let at = 0;
  const spans = text.flatMap((span) => {
    const start = at;
    at += flatten(span).length;
    return slice(span, Math.max(from - start, 0), to - start);
  });
  return trimEnd(spans);
}

function slice(span: Span, from: number, to: number): Span[] {
  const part = flatten(span).slice(from, Math.max(to, 0));
  if (part === '') return [];
  return [withText(span, part)];
}

/** The span with other words; one that cannot be cut has none of its own and stays as it is. */
function withText(span: Span, text: string): Span {
  if (typeof span === 'string') return text;
  return 'text' in span ? { ...span, text } : span;
}

function trimEnd(spans: readonly Span[]): RichText {
  const last = spans.at(-1);
  if (last === undefined) return spans;
  const trimmed = flatten(last).trimEnd();
  if (trimmed === '') return trimEnd(spans.slice(0, -1));
  return [...spans.slice(0, -1), withText(last, trimmed)];
}

/** The largest end for which the piece still fits; never less than one character on. */
function furthestFit(
  [from, end]: Range,
  guess: number,
  fits: (from: number, to: number) => boolean,
): number {
  let low = from + 1;
  let high = Math.min(from + Math.max(guess, 1), end);
  while (high < end && fits(from, high)) {
    low = high;
    high = Math.min(from + 2 * (high - from), end);
  }
  if (fits(from, high)) return high;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(from, middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The last cut of the best rank there is; one above words must fill half the room to count. */
function bestCut(ranks: Uint8Array, from: number, furthest: number): number {
  const half = from + (furthest - from) / 2;
  for (let rank: number = RANK.paragraph; rank > RANK.none; rank--) {
    const earliest = rank > RANK.word ? half : from + 1;
    for (let at = furthest; at >= earliest; at--) {
      if ((ranks[at] ?? 0) >= rank) return at;
    }
  }
  // Not even one character fits: it goes alone, so that the text comes to an end.
  return ranks.findIndex((rank, at) => at > from && rank > RANK.none);
}
