import { BAR, barsHeight, drawBar } from './bars.ts';
import { drawHeading, INNER_WIDTH } from './heading.ts';
import { onPaper, PAPER } from './paper.ts';
import type { Fonts } from './text/fonts.ts';
import { createPen, type Pen } from './text/pen.ts';

/** A leaderboard as it is drawn; every word of it is the caller's. */
export interface BoardPicture {
  readonly type: 'board';
  readonly title: string;
  readonly subtitle: string;
  /** What stands over the two columns of numbers. */
  readonly columns: { readonly points: string; readonly streak: string };
  readonly rows: readonly BoardPictureRow[];
  /** Stands for a name that no font has whole. */
  readonly unnamed: string;
}

interface BoardPictureRow {
  readonly place: number;
  readonly name: string;
  readonly points: number;
  readonly streak: number;
  /** Marked: the reader's own. */
  readonly own?: boolean;
}

const COLOURS = { bar: '#c9ddfb', own: '#0550ae' } as const;

/** Down to the first row. */
const HEADER = 200;

/** Where things stand in a row, from the edge of the paper. */
const COLUMN = {
  place: PAPER.padding + 76,
  name: PAPER.padding + 104,
  points: PAPER.width - PAPER.padding - 190,
  streak: PAPER.width - PAPER.padding - 28,
} as const;

/** The width for a name: up to the points, which may have six digits. */
const NAME_WIDTH = COLUMN.points - COLUMN.name - 140;

/** A leaderboard as an SVG: each row is a bar as long as its points are many, with the name on it. */
export function layBoard(fonts: Fonts, board: BoardPicture): string {
  const pen = createPen(fonts);
  const most = Math.max(1, ...board.rows.map(({ points }) => points));
  const rows = board.rows.map((row, index) =>
    drawRow(pen, HEADER + index * BAR.pitch, {
      ...row,
      share: row.points / most,
      unnamed: board.unnamed,
    }),
  );
  const height = HEADER + barsHeight(board.rows.length) + PAPER.padding;
  return onPaper(height, [drawHeading(pen, board), captions(pen, board), ...rows].join(''));
}

function captions(pen: Pen, { columns }: BoardPicture): string {
  const caption = { size: 26, y: HEADER - 18, anchor: 'end', fill: PAPER.muted } as const;
  return [
    pen(columns.points, { ...caption, x: COLUMN.points, most: 250 }),
    pen(columns.streak, { ...caption, x: COLUMN.streak, most: 150 }),
  ].join('');
}

interface DrawnRow extends BoardPictureRow {
  readonly share: number;
  readonly unnamed: string;
}

function drawRow(pen: Pen, top: number, row: DrawnRow): string {
  const { place, points, streak, share, own = false } = row;
  const text = { y: top + BAR.baseline, size: BAR.text, bold: own };
  const fill = own ? COLOURS.own : PAPER.ink;
  const number = { ...text, bold: true, anchor: 'end', fill, most: INNER_WIDTH } as const;
  const name = { ...text, x: COLUMN.name, fill: PAPER.ink, most: NAME_WIDTH };
  const outline = own ? `stroke="${COLOURS.own}"` : undefined;
  return [
    drawBar(top, { share, colour: COLOURS.bar, outline }),
    pen(`${place}`, { ...number, x: COLUMN.place, size: placeSize(place) }),
    pen(row.name, name) || pen(row.unnamed, { ...name, fill: PAPER.muted }),
    pen(`${points}`, { ...number, x: COLUMN.points }),
    pen(`${streak}`, { ...number, bold: own, x: COLUMN.streak }),
  ].join('');
}

/** A place of many digits fits into the row as well. */
const placeSize = (place: number): number => Math.min(BAR.text, 100 / `${place}`.length);
