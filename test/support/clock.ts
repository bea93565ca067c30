import { sql } from 'kysely';
import type { Clock } from '../../src/db/clock.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  /** Takes an instant, or its ISO 8601 text. */
  set(at: Date | string): void;
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void;
  /** The same instant without asking for a database. */
  peek(): Date;
}

export function testClock(start: Date | string): TestClock {
  let instant = new Date(start);
  return {
    now: () => Promise.resolve(new Date(instant)),
    instant: () => sql<Date>`${new Date(instant)}::timestamptz`,
    peek: () => new Date(instant),
    set(at) {
      instant = new Date(at);
    },
    advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
      const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
      instant = new Date(instant.getTime() + total * 1000);
    },
  };
}
