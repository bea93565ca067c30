import { INNER_WIDTH } from './heading.ts';
import { PAPER } from './paper.ts';

/** Rows of bars, one under another, in pixels. */
export const BAR = { height: 64, pitch: 74, radius: 14, baseline: 45, text: 36 } as const;

const EMPTY = '#f3f5f8';

/** A bar shorter than this is not seen to be one. */
const SHORTEST = 12;

interface BarLook {
  /** From 0 to 1. */
  readonly share: number;
  readonly colour: string;
  /** How the edge of the row is drawn; left out: not at all. */
  readonly outline?: string | undefined;
}

/** A row with a bar in it as long as the share, and what marks the row. */
export function drawBar(top: number, { share, colour, outline }: BarLook): string {
  return [
    box(top, INNER_WIDTH, `fill="${EMPTY}"`),
    box(top, Math.max(SHORTEST, INNER_WIDTH * share), `fill="${colour}"`),
    outline === undefined ? '' : box(top, INNER_WIDTH, `fill="none" stroke-width="4" ${outline}`),
  ].join('');
}

/** The height of this many rows. */
export const barsHeight = (rows: number): number => rows * BAR.pitch - (BAR.pitch - BAR.height);

function box(top: number, width: number, look: string): string {
  const radius = Math.min(BAR.radius, width / 2);
  return `<rect x="${PAPER.padding}" y="${top}" width="${width}" height="${BAR.height}" rx="${radius}" ${look}/>`;
}
