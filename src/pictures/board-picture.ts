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

const COLOURS = {
  muted: '#59636e',
  row: '#f3f5f8',
  bar: '#c9ddfb',
  own: '#0550ae',
} as const;

const HEADER = 200;
const ROW = { height: 64, gap: 10, radius: 14, text: 36 } as const;
const INNER = PAPER.width - 2 * PAPER.padding;

/** Where things stand in a row, from its left edge. */
const COLUMN = { place: 76, name: 104, points: INNER - 190, streak: INNER - 28 } as const;

/** A bar this long is still seen to be one. */
const SHORTEST_BAR = 12;

/** A leaderboard as an SVG: each row is a bar as long as its points are many, with the name on it. */
export function layBoard(fonts: Fonts, board: BoardPicture): string {
  const pen = createPen(fonts);
  const most = Math.max(1, ...board.rows.map(({ points }) => points));
  const rows = board.rows.map((row, index) => {
    const top = HEADER + index * (ROW.height + ROW.gap);
    const width = Math.max(SHORTEST_BAR, (INNER * row.points) / most);
    return drawRow(pen, { ...row, top, width, unnamed: board.unnamed });
  });
  const height = HEADER + board.rows.length * (ROW.height + ROW.gap) - ROW.gap + PAPER.padding;
  return onPaper(height, [header(pen, board), ...rows].join(''));
}

function header(pen: Pen, { title, subtitle, columns }: BoardPicture): string {
  const { padding, ink } = PAPER;
  const caption = { size: 26, y: HEADER - 18, anchor: 'end', fill: COLOURS.muted } as const;
  return [
    pen(title, { x: padding, y: 96, size: 48, bold: true, fill: ink, most: INNER }),
    pen(subtitle, { x: padding, y: 142, size: 28, fill: COLOURS.muted, most: INNER }),
    pen(columns.points, { ...caption, x: padding + COLUMN.points, most: 250 }),
    pen(columns.streak, { ...caption, x: padding + COLUMN.streak, most: 150 }),
  ].join('');
}

interface DrawnRow extends BoardPictureRow {
  readonly top: number;
  /** Of its bar. */
  readonly width: number;
  readonly unnamed: string;
}

function drawRow(pen: Pen, row: DrawnRow): string {
  const { place, points, streak, own = false } = row;
  const { padding, ink } = PAPER;
  const text = { y: row.top + 45, size: ROW.text, bold: own };
  const number = {
    ...text,
    bold: true,
    anchor: 'end',
    fill: own ? COLOURS.own : ink,
    most: 150,
  } as const;
  const name = {
    ...text,
    x: padding + COLUMN.name,
    fill: ink,
    most: COLUMN.points - COLUMN.name - 130,
  };
  return [
    box(row.top, INNER, `fill="${COLOURS.row}"`),
    box(row.top, row.width, `fill="${COLOURS.bar}"`),
    own ? box(row.top, INNER, `fill="none" stroke="${COLOURS.own}" stroke-width="4"`) : '',
    pen(`${place}`, { ...number, x: padding + COLUMN.place }),
    pen(row.name, name) || pen(row.unnamed, { ...name, fill: COLOURS.muted }),
    pen(`${points}`, { ...number, x: padding + COLUMN.points }),
    pen(`${streak}`, { ...number, bold: own, x: padding + COLUMN.streak }),
  ].join('');
}

const box = (top: number, width: number, look: string): string =>
  `<rect x="${PAPER.padding}" y="${top}" width="${width}" height="${ROW.height}" rx="${Math.min(ROW.radius, width / 2)}" ${look}/>`;
