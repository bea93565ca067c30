import { PAPER } from './paper.ts';
import type { Pen } from './text/pen.ts';

/** From one side of the paper to the other, without the space at its edges. */
export const INNER_WIDTH = PAPER.width - 2 * PAPER.padding;

/** What a picture shows, and of what: the two lines at its top. */
export function drawHeading(
  pen: Pen,
  { title, subtitle }: { readonly title: string; readonly subtitle: string },
): string {
  const { padding: x, ink, muted } = PAPER;
  return [
    pen(title, { x, y: 96, size: 48, least: 32, bold: true, fill: ink, most: INNER_WIDTH }),
    pen(subtitle, { x, y: 142, size: 28, fill: muted, most: INNER_WIDTH }),
  ].join('');
}
