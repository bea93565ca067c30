import { get_fuzz_range } from 'ts-fsrs';
import { seededChance } from './chance.ts';

/** Longer intervals stay as they are: so far ahead no day's load is known yet. */
const LONGEST_SPREAD = 90;

export interface Spread {
  /** The days since the review before. */
  readonly elapsed: number;
  /** The longest interval that may come out. */
  readonly longest: number;
  /** How many questions are due so many days from the review. */
  readonly load: (interval: number) => number;
  /** The same seed and the same loads give the same day. */
  readonly seed: string;
}

/**
 * Moves an interval within the range that FSRS allows to the day with the fewest questions due, and by chance
 * where several have as few: so questions first met together do not come back together for ever.
 */
export function spreadInterval(interval: number, { elapsed, longest, load, seed }: Spread): number {
  const most = Math.min(interval, longest);
  // Below 2.5 days FSRS itself has no range.
  if (most < 2.5 || most > LONGEST_SPREAD) return most;
  const { min_ivl, max_ivl } = get_fuzz_range(most, elapsed, longest);
  const days = Array.from({ length: max_ivl - min_ivl + 1 }, (_, index) => min_ivl + index);
  const loads = days.map(load);
  const least = Math.min(...loads);
  const emptiest = days.filter((_, index) => loads[index] === least);
  return emptiest[Math.floor(seededChance(seed)() * emptiest.length)] ?? most;
}
