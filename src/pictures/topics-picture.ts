import { BAR, barsHeight, drawBar } from './bars.ts';
import { drawHeading, INNER_WIDTH } from './heading.ts';
import { onPaper, PAPER } from './paper.ts';
import type { Fonts } from './text/fonts.ts';
import { createPen, type Pen } from './text/pen.ts';

/** Someone's topics as they are drawn; every word of it is the caller's. */
export interface TopicsPicture {
  readonly type: 'topics';
  readonly title: string;
  readonly subtitle: string;
  /** From strong to weak. */
  readonly rows: readonly TopicRow[];
  /** Stands for a title that no font has whole. */
  readonly unnamed: string;
  /** What is said under them of the topics that are not drawn; left out where all are. */
  readonly more?: string;
}

interface TopicRow {
  readonly name: string;
  /** How strong it is, from 0 to 1, and how that is said. */
  readonly share: number;
  readonly value: string;
  readonly detail: string;
}

const BAR_COLOUR = '#bfe6cd';

/** Down to the first row. */
const HEADER = 182;

/** Where things stand in a row, from the edge of the paper. */
const COLUMN = {
  name: PAPER.padding + 28,
  detail: PAPER.width - PAPER.padding - 175,
  value: PAPER.width - PAPER.padding - 28,
} as const;

const DETAIL_WIDTH = 140;
const NAME_WIDTH = COLUMN.detail - DETAIL_WIDTH - COLUMN.name;

/** The line under the rows. */
const MORE = { height: 52, baseline: 46 } as const;

/** Topics as an SVG: each row is a bar as long as the topic is strong, with its title on it. */
export function layTopics(fonts: Fonts, topics: TopicsPicture): string {
  const { rows, unnamed, more } = topics;
  const pen = createPen(fonts);
  const bottom = HEADER + barsHeight(rows.length);
  const line = { x: PAPER.padding, size: 28, fill: PAPER.muted, most: INNER_WIDTH };
  const content = [
    drawHeading(pen, topics),
    ...rows.map((row, index) => drawRow(pen, HEADER + index * BAR.pitch, { unnamed, ...row })),
    more === undefined ? '' : pen(more, { ...line, y: bottom + MORE.baseline }),
  ];
  const height = bottom + (more === undefined ? 0 : MORE.height) + PAPER.padding;
  return onPaper(height, content.join(''));
}

function drawRow(pen: Pen, top: number, row: TopicRow & { readonly unnamed: string }): string {
  const { share, detail, value } = row;
  const { ink, muted } = PAPER;
  const y = top + BAR.baseline;
  const name = { x: COLUMN.name, y, size: 34, fill: ink, most: NAME_WIDTH };
  const right = { y, anchor: 'end', most: DETAIL_WIDTH } as const;
  return [
    drawBar(top, { share, colour: BAR_COLOUR }),
    pen(row.name, name) || pen(row.unnamed, { ...name, fill: muted }),
    pen(detail, { ...right, x: COLUMN.detail, size: 26, fill: muted }),
    pen(value, { ...right, x: COLUMN.value, size: BAR.text, bold: true, fill: ink }),
  ].join('');
}
