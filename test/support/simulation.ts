import { sql } from 'kysely';
import type { Clock } from '../../src/db/clock.ts';

/** Time that passes at once: whoever waits wakes in order, and what goes on outside takes no time. */
export interface Simulation {
  /** What a database is told, whose own clock runs on. */
  readonly clock: Clock;
  readonly elapsedMs: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Has time stand still until it is over. */
  outside<T>(work: Promise<T>): Promise<T>;
  /** Does something then, in ms from the beginning. */
  at(ms: number, act: () => unknown): void;
  /** Lets time pass until then. */
  pass(untilMs: number): Promise<void>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function openSimulation(start: string): Simulation {
  const sleepers: Sleeper[] = [];
  const underWay = new Set<Promise<unknown>>();
  let elapsed = 0;
  const peek = (): Date => new Date(Date.parse(start) + elapsed);

  /** Until nobody has anything to do but wait. */
  async function rest(): Promise<void> {
    do {
      await Promise.allSettled(underWay);
      await new Promise(setImmediate);
    } while (underWay.size > 0);
  }

  return {
    clock: {
      now: () => Promise.resolve(peek()),
      instant: () => sql<Date>`${peek()}::timestamptz`,
    },
    elapsedMs: () => elapsed,
    wait: (ms) => new Promise((wake) => void sleepers.push({ at: elapsed + ms, wake })),
    outside(work) {
      underWay.add(work);
      const over = (): void => void underWay.delete(work);
      work.then(over, over);
      return work;
    },
    at: (at, act) => void sleepers.push({ at, wake: () => void act() }),
    async pass(untilMs) {
      for (await rest(); ; await rest()) {
        const next = sleepers.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= untilMs);
        if (!next) break;
        sleepers.splice(sleepers.indexOf(next), 1);
        elapsed = next.at;
        next.wake();
      }
      elapsed = untilMs;
    },
  };
}
