import type { FormulaRefusal, Typeset } from './formula-typesetter.ts';

/**
 * One picture has to read well on Discord's and Slack's dark and light backgrounds, so it brings
 * its own: dark ink on a white card, with a hairline that shows the card's edge on white.
 * All cards are equally wide: both platforms shrink a picture to the width of their column, so
 * equal widths are what makes the letters of all formulas equally large on the screen.
 */
const CARD = { background: '#ffffff', edge: '#d0d7de', ink: '#1f2328', radius: 28, line: 3 };

/** Pixels. A column of 400–550 on a desktop and 300–360 on a phone makes this 2–3 times too many: crisp. */
const CARD_WIDTH = 1_200;

const PADDING = 56;

/** Pixels of one em: 15–20 on a desktop's screen and 13 on a phone's, like the text around it. */
const EM = 46;

/** Pixels for one unit of a typeset formula, a thousandth of an em. */
const FULL_SCALE = EM / 1_000;

/** What does not fit is shrunk, though not below the size a phone still shows legibly. */
const SMALLEST = 0.65;

const TALLEST = 800;

const INNER_WIDTH = CARD_WIDTH - 2 * PADDING;

/** In em: where a formula is broken into lines. One a little wider than the card is shrunk instead. */
export const LINE_WIDTH = (1.15 * INNER_WIDTH) / EM;

export interface FormulaCard {
  readonly ok: true;
  readonly svg: string;
}

/** The box around what a formula draws, in its own units. */
export interface Ink {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels between the card's edge and the nearest ink, where a formula draws outside of its own box. */
const MARGIN = 4;

/** Lays a typeset formula in the middle of a card. */
export function layCard(formula: Typeset, ink: Ink | undefined): FormulaCard | FormulaRefusal {
  const scale = scaleFor(formula);
  if (!(scale >= SMALLEST * FULL_SCALE)) {
    return { ok: false, reason: 'it is too large for a picture' };
  }
  if (ink === undefined) return { ok: false, reason: 'it draws nothing' };
  const height = Math.ceil(formula.height * scale) + 2 * PADDING;
  if (!liesOnCard(ink, formula, { scale, height })) {
    return { ok: false, reason: 'it draws far outside of its own place' };
  }
  return { ok: true, svg: drawing(formula, scale, height) };
}

/** Pixels for one unit of the formula; not a number where its size is none. */
function scaleFor({ width, height }: Typeset): number {
  if (!(width > 0 && height > 0)) return NaN;
  return Math.min(FULL_SCALE, INNER_WIDTH / width, TALLEST / height);
}

function liesOnCard(
  ink: Ink,
  formula: Typeset,
  { scale, height }: { readonly scale: number; readonly height: number },
): boolean {
  const left = (CARD_WIDTH - formula.width * scale) / 2 + (ink.x - formula.x) * scale;
  const top = PADDING + (ink.y - formula.y) * scale;
  return (
    left >= MARGIN &&
    top >= MARGIN &&
    left + ink.width * scale <= CARD_WIDTH - MARGIN &&
    top + ink.height * scale <= height - MARGIN
  );
}

function drawing(formula: Typeset, scale: number, height: number): string {
  const { x, y, markup } = formula;
  const width = formula.width * scale;
  const { background, edge, ink, radius, line } = CARD;
  const box = `x="${(CARD_WIDTH - width) / 2}" y="${PADDING}" width="${width}" height="${formula.height * scale}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${height}">`,
    `<rect x="${line / 2}" y="${line / 2}" width="${CARD_WIDTH - line}" height="${height - line}"`,
    ` rx="${radius}" fill="${background}" stroke="${edge}" stroke-width="${line}"/>`,
    // Ink a little outside of the box, as `\smash` leaves it, is shown.
    `<svg ${box} overflow="visible" viewBox="${x} ${y} ${formula.width} ${formula.height}" color="${ink}">${markup}</svg>`,
    '</svg>',
  ].join('');
}
