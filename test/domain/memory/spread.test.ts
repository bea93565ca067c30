import { assert, integer, property, string } from 'fast-check';
import { get_fuzz_range } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { spreadInterval } from '../../../src/domain/memory/spread.ts';

const NO_LOAD = () => 0;

const spread = (
  interval: number,
  load: (day: number) => number,
  seed = 'ann',
  longest = Infinity,
) => spreadInterval(interval, { elapsed: 0, longest, load, seed });

describe('an interval', () => {
  it('moves to the emptiest day of its range', () => {
    const { min_ivl, max_ivl } = get_fuzz_range(30, 0, Infinity);
    expect([min_ivl, max_ivl]).toEqual([27, 33]);
    for (let empty = min_ivl; empty <= max_ivl; empty++) {
      expect(spread(30, (day) => (day === empty ? 4 : 5))).toBe(empty);
    }
  });

  it('moves by chance where several days are as empty, the same for the same seed', () => {
    const seeds = Array.from({ length: 200 }, (_, index) => `seed ${index}`);
    const days = seeds.map((seed) => spread(30, NO_LOAD, seed));
    expect(new Set(days)).toEqual(new Set([27, 28, 29, 30, 31, 32, 33]));
    expect(seeds.map((seed) => spread(30, NO_LOAD, seed))).toEqual(days);
  });

  it('stays within the range of FSRS, and within the longest one', () => {
    const law = property(
      integer({ min: 1, max: 90 }),
      integer({ min: 1, max: 90 }),
      string(),
      integer(),
      (interval, longest, seed, salt) => {
        const moved = spread(interval, (day) => (day * salt) % 7, seed, longest);
        const { min_ivl, max_ivl } = get_fuzz_range(Math.min(interval, longest), 0, longest);
        expect(moved).toBeLessThanOrEqual(longest);
        if (Math.min(interval, longest) < 2.5) return;
        expect(moved).toBeGreaterThanOrEqual(min_ivl);
        expect(moved).toBeLessThanOrEqual(max_ivl);
      },
    );
    assert(law, { seed: 10 });
  });

  it('of one or two days, or of more than ninety, is left alone', () => {
    const towardsLater = (day: number) => -day;
    for (const interval of [1, 2, 91, 400]) {
      expect(spread(interval, towardsLater)).toBe(interval);
    }
    expect(spread(90, towardsLater)).toBeGreaterThan(90);
  });

  it('evens out what was begun on one day', () => {
    const load = new Map<number, number>();
    for (let question = 0; question < 21; question++) {
      const day = spread(30, (ahead) => load.get(ahead) ?? 0, `question ${question}`);
      load.set(day, (load.get(day) ?? 0) + 1);
    }
    expect([...load.values()]).toEqual([3, 3, 3, 3, 3, 3, 3]);
  });
});
