/**
 * One picture has to read well on Discord's and Slack's dark and light backgrounds, so it brings its own:
 * dark ink on white paper, with a hairline that shows the paper's edge on white. All are equally wide: both
 * platforms shrink a picture to the width of their column, so equal widths are what makes the letters of all
 * pictures equally large on the screen. Pixels: a column of 400–550 on a desktop and 300–360 on a phone makes
 * this 2–3 times too many, so it is crisp.
 */
export const PAPER = {
  width: 1_200,
  padding: 56,
  background: '#ffffff',
  edge: '#d0d7de',
  ink: '#1f2328',
  /** For what is said beside. */
  muted: '#59636e',
  radius: 28,
  line: 3,
} as const;

/** An SVG of a sheet of paper with this on it. */
export function onPaper(height: number, content: string): string {
  const { width, background, edge, radius, line } = PAPER;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect x="${line / 2}" y="${line / 2}" width="${width - line}" height="${height - line}"`,
    ` rx="${radius}" fill="${background}" stroke="${edge}" stroke-width="${line}"/>`,
    content,
    '</svg>',
  ].join('');
}
