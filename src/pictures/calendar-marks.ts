import type { DayMark } from '../domain/year-of-rounds.ts';
import { PAPER } from './paper.ts';

/** A day with a round is a square of this many pixels. */
export const MARK_SIZE = 32;

const GREEN = '#1a7f37';
const RED = '#cf222e';
const ICE = '#b6e3ff';
const BLUE = '#0969da';
const GREY = '#818b98';
const WHITE = PAPER.background;

const square = (look: string, inset = 0): string => {
  const size = MARK_SIZE - 2 * inset;
  return `<rect x="${inset}" y="${inset}" width="${size}" height="${size}" rx="7" ${look}/>`;
};
const line = (path: string, colour: string): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="4" stroke-linecap="round"/>`;
const disc = (radius: number, look: string): string =>
  `<circle cx="${MARK_SIZE / 2}" cy="${MARK_SIZE / 2}" r="${radius}" ${look}/>`;
const outline = (colour: string): string =>
  square(`fill="none" stroke="${colour}" stroke-width="3"`, 1.5);

/** Each is known by its shape as well as by its colour. */
const SHAPES: Readonly<Record<DayMark | 'none', string>> = {
  answered: square(`fill="${GREEN}"`) + line('M9 17l5 5 9-11', WHITE),
  missed: outline(RED) + line('M11 11l10 10M21 11L11 21', RED),
  frozen: square(`fill="${ICE}"`) + line('M16 7v18M8 11.5l16 9M24 11.5l-16 9', BLUE),
  excused: outline(GREY) + line('M10 16h12', GREY),
  away: disc(14, `fill="none" stroke="${GREY}" stroke-width="3"`) + line('M16 9v7l5 4', GREY),
  open: outline(BLUE) + disc(6, `fill="${BLUE}"`),
  before: square('fill="#d0d7de"'),
  none: disc(3, 'fill="#afb8c1"'),
};

/** The mark of a day, by its upper left corner. */
export const drawMark = (mark: DayMark | 'none', x: number, y: number): string =>
  `<g transform="translate(${x} ${y})">${SHAPES[mark]}</g>`;
