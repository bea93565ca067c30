import { displayable } from '../../chat/displayable.ts';
import type { Face, Fonts } from './fonts.ts';
import { joinedForms } from './joined-forms.ts';

export interface Lettering {
  /** Pixels of one em. */
  readonly size: number;
  readonly bold?: boolean;
}

/** A stretch of text in one font. */
interface Run {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  /** In pixels; pairs of letters that the renderer moves together take a little less. */
  readonly width: number;
}

/** A text as it is drawn in one line. */
export interface LaidText {
  /** From left to right. */
  readonly runs: readonly Run[];
  readonly width: number;
}

/**
 * Lays a text out in a line at most this wide: what is longer ends in `…`, and no character is cut in half.
 * Undefined where no font has some character of it: half a name may be another name.
 */
export function layText(
  fonts: Fonts,
  text: string,
  { most, ...lettering }: Lettering & { readonly most: number },
): LaidText | undefined {
  const written = clustersOf(simplified(text));
  const shown = joinedForms(written);
  const clusters = written.map((cluster, index) =>
    runOf(fonts, { text: cluster, shown: shown[index] ?? cluster }, lettering),
  );
  if (!clusters.every((run) => run !== undefined)) return undefined;
  if (widthOf(clusters) <= most) return laid(clusters);
  const end = runOf(fonts, { text: '…', shown: '…' }, lettering);
  const left = end === undefined ? most : most - widthOf([end]);
  const kept: Run[] = [];
  for (const run of clusters) {
    if (widthOf([...kept, run]) > left) break;
    kept.push(run);
  }
  while (kept.at(-1)?.text === ' ') kept.pop();
  return laid(end === undefined ? kept : [...kept, end]);
}

/** Chooses how an emoji is shown; the fonts have one way, in ink. */
const VARIATIONS = /[\uFE0E\uFE0F\u{E0020}-\u{E007F}]/gu;
/** Colours of skin: without them the same person is left. */
const SKIN = /(\p{Extended_Pictographic})[\u{1F3FB}-\u{1F3FF}]/gu;
/** Joins emoji into one picture, for which there is no glyph: each is drawn by itself. */
const JOINTS = /(?<=\p{Extended_Pictographic})\u200D(?=\p{Extended_Pictographic})/gu;
/** More of them over a letter than any language has would be drawn over the lines around it. */
const PILED_MARKS = /(\p{Mark}{4})\p{Mark}+/gu;
const ISOLATES = /[\u2068\u2069]/g;

const simplified = (text: string): string =>
  displayable(text)
    .replace(ISOLATES, '')
    .replace(VARIATIONS, '')
    .replace(SKIN, '$1')
    .replace(JOINTS, '')
    .replace(PILED_MARKS, '$1')
    .replace(/\s+/g, ' ');

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

const clustersOf = (text: string): readonly string[] =>
  Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);

interface Cluster {
  readonly text: string;
  /** The same as it is measured. */
  readonly shown: string;
}

/** In the first font that has the whole cluster, so that its marks stand where they belong. */
function runOf(fonts: Fonts, { text, shown }: Cluster, { size, bold }: Lettering): Run | undefined {
  const faces = [bold ? fonts.bold : fonts.regular, fonts.rest].filter(
    (face) => face !== undefined,
  );
  const face = faces.find((one) => hasAll(one, text));
  if (face === undefined) return undefined;
  const ownSize = sizeIn(face, size);
  const advance = advanceOf(face, shown) || advanceOf(face, text);
  return { text, face, size: ownSize, width: ownSize * advance };
}

/** Shows nothing of its own, such as what joins letters. */
const IGNORED = /\p{Default_Ignorable_Code_Point}/u;
/** Means nothing, whatever some font draws for it. */
const MEANINGLESS = /[\p{Unassigned}\p{Private_Use}\p{Surrogate}]/u;

const hasAll = ({ font }: Face, text: string): boolean =>
  [...text].every(
    (character) =>
      !MEANINGLESS.test(character) &&
      (IGNORED.test(character) || font.has(character.codePointAt(0) ?? 0)),
  );

/** The largest size up to this one at which the font is sharp. */
const sizeIn = ({ squares }: Face, size: number): number =>
  squares === undefined ? size : Math.max(squares, size - (size % squares));

/** A mark over a letter takes no width of its own. */
const MARK = /\p{Mark}/u;

const advanceOf = ({ font }: Face, text: string): number =>
  [...text]
    .filter((character, index) => index === 0 || !(MARK.test(character) || IGNORED.test(character)))
    .reduce((sum, character) => sum + font.advance(character.codePointAt(0) ?? 0), 0);

const widthOf = (runs: readonly Run[]): number => runs.reduce((sum, { width }) => sum + width, 0);

/** The first letter that has a direction decides that of the whole. */
const FROM_THE_RIGHT =
  /^\P{Letter}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** The last letter, which shows nothing, keeps a space before it on the side where it was written. */
const EMBEDDED = { start: '\u202B', end: '\u200F\u202C' } as const;

/**
 * Characters of one font are drawn together, so that they can be joined and ordered. The renderer takes every
 * text for one that is written from left to right, unless it is embedded in marks.
 */
function laid(clusters: readonly Run[]): LaidText {
  const runs: Run[] = [];
  for (const run of clusters) {
    const last = runs.at(-1);
    if (last?.face === run.face) runs[runs.length - 1] = joined(last, run);
    else runs.push(run);
  }
  const width = widthOf(runs);
  if (!FROM_THE_RIGHT.test(clusters.map(({ text }) => text).join(''))) return { runs, width };
  const embedded = runs.map((run) => ({
    ...run,
    text: `${EMBEDDED.start}${run.text}${EMBEDDED.end}`,
  }));
  return { runs: embedded.reverse(), width };
}

const joined = (one: Run, next: Run): Run => ({
  ...one,
  text: one.text + next.text,
  width: one.width + next.width,
});
