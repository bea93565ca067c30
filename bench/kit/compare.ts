import { type Finding, type Goal, spreadOf } from './finding.ts';

/** Takes one sample, in the unit of the finding. */
export type Sample = (round: number) => Promise<number>;

export interface Comparison {
  readonly what: string;
  readonly unit: string;
  readonly sample: Sample;
  readonly goal?: Goal;
}

/**
 * Samples several things and their one baseline in turn, round after round, so that what slows one slows the
 * others as well. Every second round goes the other way about, so that none always comes after the same.
 */
export async function compare(
  rounds: number,
  baseline: Pick<Comparison, 'what' | 'sample'>,
  things: readonly Comparison[],
): Promise<readonly Finding[]> {
  const all = [baseline, ...things];
  const samples = all.map(() => new Array<number>());
  for (let round = 0; round < rounds; round++) {
    const order = [...all.keys()];
    for (const at of round % 2 === 0 ? order : order.reverse()) {
      samples[at]?.push((await all[at]?.sample(round)) ?? NaN);
    }
  }
  const [base = [], ...others] = samples;
  return things.map(({ what, unit, goal }, index) => {
    const values = others[index] ?? [];
    return {
      ...{ what, unit, value: spreadOf(values), ...(goal && { goal }) },
      baseline: { what: baseline.what, value: spreadOf(base) },
      ratio: spreadOf(values.map((value, round) => value / (base[round] ?? NaN))),
    };
  });
}

/** A sample that is the median of so many milliseconds, each of one go; `turn` counts on through all rounds. */
export function timed(times: number, act: (turn: number) => Promise<unknown>): Sample {
  let turn = 0;
  return async () => {
    const all: number[] = [];
    for (let time = 0; time < times; time++) all.push(await took(() => act(turn++)));
    return spreadOf(all).median;
  };
}

/** The same, where each go is made ready for without being measured. */
export function timedAfter<Ready>(
  times: number,
  prepare: () => Promise<Ready>,
  act: (ready: Ready) => Promise<unknown>,
): Sample {
  return async () => {
    const all: number[] = [];
    for (let time = 0; time < times; time++) {
      const ready = await prepare();
      all.push(await took(() => act(ready)));
    }
    return spreadOf(all).median;
  };
}

/** A sample that is the milliseconds a go takes where so many go on at once. */
export function timedTogether(
  { writers, each }: { readonly writers: number; readonly each: number },
  act: (turn: number) => Promise<unknown>,
): Sample {
  let turn = 0;
  const write = async (): Promise<void> => {
    for (let time = 0; time < each; time++) await act(turn++);
  };
  return async () => {
    const all = await took(() => Promise.all(Array.from({ length: writers }, write)));
    return all / (writers * each);
  };
}

/** The milliseconds that something takes. */
export async function took(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}
