/** What was measured over the rounds of a benchmark. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** One figure, beside its baseline where it has one. */
export interface Finding {
  readonly what: string;
  readonly unit: string;
  readonly value: Spread;
  readonly baseline?: { readonly what: string; readonly value: Spread };
  /** The value over its baseline, of the two in the same round. */
  readonly ratio?: Spread;
  readonly goal?: Goal;
}

/** What the ratio is to be, or the value where there is no baseline. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const [least = NaN] = sorted;
  return { median: medianOf(sorted), least, most: sorted.at(-1) ?? NaN };
}

function medianOf(sorted: readonly number[]): number {
  const [low, high] = [(sorted.length - 1) >> 1, sorted.length >> 1];
  return ((sorted[low] ?? NaN) + (sorted[high] ?? NaN)) / 2;
}

/** By nearest rank: of few values, the greatest. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
}

/** Undefined where a figure has no goal. */
export function isMet({ goal, ratio, value }: Finding): boolean | undefined {
  if (!goal) return undefined;
  const { median } = ratio ?? value;
  return 'atMost' in goal ? median <= goal.atMost : median >= goal.atLeast;
}
