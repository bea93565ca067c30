/** Draws what the growth benchmark found: `npm run -s bench -- --only growth --json | node bench/plot.ts`. */
import { text } from 'node:stream/consumers';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { s } from 'hastscript';
import type { Finding } from './kit/finding.ts';

const [WIDTH, HEIGHT] = [760, 360];
/** Where the plot stands; the names of the lines stand to its right. */
const PLOT = { left: 70, right: 560, top: 20, bottom: 310 };
const LINE_HEIGHT = 18;
const MILLISECONDS = [0.1, 1, 10, 100];

const STYLE = `
  text { font: 14px sans-serif; fill: #1f2328 }
  path { fill: none; stroke-width: 2.5; stroke-linejoin: round }
  .grid { stroke: #d0d7de; stroke-width: 1 }
  @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .grid { stroke: #3d444d } }
`;
/** Told apart on white and on black, by people who see few colours as well. */
const COLOURS = ['#8a919a', '#3b82d0', '#d9822b', '#2f9e6e', '#b564c4'];

interface Line {
  readonly name: string;
  readonly points: readonly { readonly size: number; readonly ms: number }[];
}

/** The baseline first, then what is measured beside it, at each size. */
function linesOf(findings: readonly Finding[]): readonly Line[] {
  const sized = findings.filter(({ baseline }) => baseline);
  const points = sized.map(({ what, value, baseline }) => {
    const [, name = '', size = ''] = /^(.+?), ([\d,]+)$/.exec(what) ?? [];
    return {
      name,
      size: Number(size.replaceAll(',', '')),
      ms: value.median,
      base: baseline?.value.median ?? NaN,
    };
  });
  const byName = Map.groupBy(points, ({ name }) => name);
  const [first = []] = byName.values();
  const base = first.map(({ size, base: ms }) => ({ size, ms }));
  return [
    { name: 'look-up by primary key', points: base },
    ...[...byName].map(([name, all]) => ({ name, points: all })),
  ];
}

interface Scale {
  readonly from: number;
  readonly to: number;
}

const along = (
  value: number,
  { from, to }: Scale,
  [start, end]: readonly [number, number],
): number => start + ((end - start) * Math.log(value / from)) / Math.log(to / from);

function draw(lines: readonly Line[]): Element {
  const sizes = [...new Set(lines.flatMap(({ points }) => points.map(({ size }) => size)))];
  const widest = { from: Math.min(...sizes), to: Math.max(...sizes) };
  const highest = { from: MILLISECONDS[0] ?? NaN, to: MILLISECONDS.at(-1) ?? NaN };
  const x = (size: number) => along(size, widest, [PLOT.left, PLOT.right]);
  const y = (ms: number) => along(ms, highest, [PLOT.bottom, PLOT.top]);
  const ends = apart(lines.map(({ points }) => y(points.at(-1)?.ms ?? NaN)));
  return s(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img' },
    [
      s('title', 'Milliseconds by the number of people in a track'),
      s('style', STYLE),
      ...MILLISECONDS.map((ms) => gridLine(y(ms), `${ms} ms`)),
      ...sizes.map((size) => label(x(size), PLOT.bottom + 24, size.toLocaleString('en'), 'middle')),
      label((PLOT.left + PLOT.right) / 2, PLOT.bottom + 45, 'people in a track', 'middle'),
      ...lines.flatMap(({ name, points }, at) => [
        s('path', {
          d: `M${points.map(({ size, ms }) => `${x(size).toFixed(1)} ${y(ms).toFixed(1)}`).join('L')}`,
          stroke: COLOURS[at % COLOURS.length],
        }),
        label(PLOT.right + 12, (ends[at] ?? NaN) + 5, name, 'start'),
      ]),
    ],
  );
}

const label = (x: number, y: number, words: string, anchor: string): Element =>
  s('text', { x: x.toFixed(1), y: y.toFixed(1), textAnchor: anchor }, words);

function gridLine(y: number, words: string): Element {
  const line = s('path', { className: 'grid', d: `M${PLOT.left} ${y.toFixed(1)}H${PLOT.right}` });
  return s('g', [line, label(PLOT.left - 8, y + 5, words, 'end')]);
}

/** Places near these, from the top, that leave each its line. */
function apart(places: readonly number[]): readonly number[] {
  const moved = new Array<number>(places.length);
  let free = -Infinity;
  for (const at of [...places.keys()].sort(
    (one, other) => (places[one] ?? 0) - (places[other] ?? 0),
  )) {
    free = Math.max(places[at] ?? NaN, free + LINE_HEIGHT);
    moved[at] = free;
  }
  return moved;
}

const { findings } = JSON.parse(await text(process.stdin)) as {
  readonly findings: readonly Finding[];
};
process.stdout.write(`${toHtml(draw(linesOf(findings)), { space: 'svg' })}\n`);
