import { memberById } from '../../src/db/members.ts';
import type { Amounts, Benchmark } from '../kit/benchmark.ts';
import { compare, timed } from '../kit/compare.ts';
import { type Finding, spreadOf } from '../kit/finding.ts';
import { addPast } from '../kit/history.ts';
import type { Bench } from '../kit/open-bench.ts';
import { giveAnswer } from '../kit/writes.ts';
import { fillTrack } from './reads.ts';

/** How the time of what is done most often grows with the people of a track. */
export const growth: Benchmark = {
  name: 'growth',
  title: 'Growth with the people of a track: the exponent, and the milliseconds at each size',
  async run(bench, amounts) {
    const bySize: (readonly Finding[])[] = [];
    for (const size of amounts.sizes) bySize.push(await measureAt(bench, size, amounts));
    return [...exponents(amounts.sizes, bySize), ...bySize.flat()];
  },
};

const sizeOf = (size: number): string => size.toLocaleString('en');

async function measureAt(
  bench: Bench,
  size: number,
  amounts: Amounts,
): Promise<readonly Finding[]> {
  const { rounds, each } = amounts;
  const track = await bench.addTrack('read', { workspace: `growth-${size}` });
  const here = await fillTrack(bench, track, size);
  const answer = await answering(bench, size);
  const sampled = (what: string, act: (member: number) => Promise<unknown>) => ({
    ...{ what: `${what}, ${sizeOf(size)}`, unit: 'ms' },
    sample: timed(each, (turn) => act(here.member(turn))),
  });
  return compare(
    rounds,
    sampled('a look-up', (member) => memberById(bench.db, member)),
    [
      sampled('own place', (member) => here.place(member)),
      sampled('leaderboard', (member) => here.board('all', member)),
      sampled('/streak @name', (member) => here.streakByName(member)),
      sampled('an answer', answer),
    ],
  );
}

/** In a channel whose people have answered once; somebody else answers at each turn. */
async function answering(bench: Bench, people: number): Promise<() => Promise<void>> {
  const track = await bench.addTrack('write', { workspace: `growth-${people}` });
  const round = await addPast(bench, track, { people, rounds: 2, answered: 1 });
  let person = 0;
  return () => giveAnswer(bench, { round, track, person: ++person });
}

/** The slope of the logarithm of the time, as a multiple of a look-up's in the same round, over that of the size. */
function exponents(
  sizes: readonly number[],
  bySize: readonly (readonly Finding[])[],
): readonly Finding[] {
  const [first = []] = bySize;
  return first.map(({ what }, at) => {
    const times = bySize.map((findings) => findings[at]?.ratio?.median ?? NaN);
    return {
      ...{ what: `${what.split(',')[0]}: exponent`, unit: '' },
      ...{ value: spreadOf([slope(sizes.map(Math.log), times.map(Math.log))]) },
      goal: { atMost: 0.05 },
    };
  });
}

function slope(xs: readonly number[], ys: readonly number[]): number {
  const [x, y] = [mean(xs), mean(ys)];
  const above = xs.reduce((sum, one, at) => sum + (one - x) * ((ys[at] ?? NaN) - y), 0);
  return above / xs.reduce((sum, one) => sum + (one - x) ** 2, 0);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
