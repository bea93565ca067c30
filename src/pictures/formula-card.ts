import type { Refusal } from './drawing-child.ts';
import type { Typeset } from './formula-typesetter.ts';
import { onPaper, PAPER } from './paper.ts';

/** Pixels of one em: 15–20 on a desktop's screen and 13 on a phone's, like the text around it. */
const EM = 46;

/** Pixels for one unit of a typeset formula, a thousandth of an em. */
const FULL_SCALE = EM / 1_000;

/** What does not fit is shrunk, though not below the size a phone still shows legibly. */
const SMALLEST = 0.65;

const TALLEST = 800;

const INNER_WIDTH = PAPER.width - 2 * PAPER.padding;

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
export function layCard(formula: Typeset, ink: Ink | undefined): FormulaCard | Refusal {
  const scale = scaleFor(formula);
  if (!(scale >= SMALLEST * FULL_SCALE)) {
    return { ok: false, reason: 'it is too large for a picture' };
  }
  if (ink === undefined) return { ok: false, reason: 'it draws nothing' };
  const height = Math.ceil(formula.height * scale) + 2 * PAPER.padding;
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
  const left = (PAPER.width - formula.width * scale) / 2 + (ink.x - formula.x) * scale;
  const top = PAPER.padding + (ink.y - formula.y) * scale;
  return (
    left >= MARGIN &&
    top >= MARGIN &&
    left + ink.width * scale <= PAPER.width - MARGIN &&
    top + ink.height * scale <= height - MARGIN
  );
}

function drawing(formula: Typeset, scale: number, height: number): string {
  const { x, y, markup } = formula;
  const width = formula.width * scale;
  const box = `x="${(PAPER.width - width) / 2}" y="${PAPER.padding}" width="${width}" height="${formula.height * scale}"`;
  return onPaper(
    height,
    // Ink a little outside of the box, as `\smash` leaves it, is shown.
    `<svg ${box} overflow="visible" viewBox="${x} ${y} ${formula.width} ${formula.height}" color="${PAPER.ink}">${markup}</svg>`,
  );
}
