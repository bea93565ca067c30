/** How long one thing took, many times over, in milliseconds. */
export interface Measured {
  readonly what: string;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
}

/** Does each thing in turn, again and again, so that what slows one slows its baseline as well. */
export async function measure(
  times: number,
  things: Readonly<Record<string, (turn: number) => Promise<unknown>>>,
): Promise<readonly Measured[]> {
  const took = new Map<string, number[]>();
  for (let turn = 0; turn < times; turn++) {
    for (const [what, thing] of Object.entries(things)) {
      const begun = performance.now();
      await thing(turn);
      const all = took.get(what) ?? [];
      took.set(what, [...all, performance.now() - begun]);
    }
  }
  return [...took].map(([what, all]) => ({ what, ...summary(all) }));
}

function summary(all: readonly number[]): Omit<Measured, 'what'> {
  const sorted = all.toSorted((one, other) => one - other);
  // By nearest rank: of few samples, the slowest.
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
  return { median: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** A table with the first row as the baseline of the others. */
export function table(title: string, rows: readonly Measured[]): string {
  const base = rows[0]?.median ?? NaN;
  const lines = rows.map(({ what, median, p95 }) =>
    [what.padEnd(46), ms(median), ms(p95), `${(median / base).toFixed(2)} ×`.padStart(10)].join(''),
  );
  const head = `${title.padEnd(46)}${'median'.padStart(12)}${'p95'.padStart(12)}${'ratio'.padStart(10)}`;
  return `${[head, ...lines].join('\n')}\n\n`;
}

const ms = (value: number): string => `${value.toFixed(2)} ms`.padStart(12);
