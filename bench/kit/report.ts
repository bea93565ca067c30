import { type Finding, type Goal, isMet, type Spread } from './finding.ts';

/** A table for people, a figure a line. */
export function tableOf(title: string, findings: readonly Finding[]): string {
  const rows = [HEADINGS, ...findings.map(cells)];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column))
      .join('  ')
      .trimEnd(),
  );
  return `${title}\n${lines.join('\n')}\n\n`;
}

const HEADINGS = ['', 'median', 'least – most', 'baseline', '×', 'least – most', 'goal', ''];

/** Words to the left, numbers to the right. */
const pad = (cell: string, width: number, column: number): string =>
  column === 0 || column === HEADINGS.length - 1 ? cell.padEnd(width) : cell.padStart(width);

function cells(finding: Finding): readonly string[] {
  const { what, unit, value, baseline, ratio, goal } = finding;
  const met = isMet(finding);
  return [
    what,
    `${number(value.median)} ${unit}`,
    range(value),
    baseline ? number(baseline.value.median) : '',
    ratio ? number(ratio.median) : '',
    ratio ? range(ratio) : '',
    goal ? goalText(goal) : '',
    met === undefined ? '' : met ? 'met' : 'missed',
  ];
}

const goalText = (goal: Goal): string =>
  'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`;

const range = ({ least, most }: Spread): string => `${number(least)} – ${number(most)}`;

const number = (value: number): string =>
  Math.abs(value) >= 1_000
    ? Math.round(value).toLocaleString('en')
    : value.toLocaleString('en', { maximumSignificantDigits: 3 });
