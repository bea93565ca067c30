import { createHash } from 'node:crypto';

/** A number from 0 up to, but not including, 1. */
export type Chance = () => number;

/** Chance that comes out the same wherever it is computed from the same seed. */
export function seededChance(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32LE();
  // Mulberry32: a generator of 32 bits is plenty to simulate reviews and to choose between days.
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
