import { wallClock } from './wall-clock.ts';

/**
 * A day on a member's calendar, as the number of days since the first of January 1970 there. What is counted in
 * whole days does not depend on daylight saving, nor on the hour of an answer.
 */
export type Day = number;

export const DAY_MS = 86_400_000;

/** Later than any day that somebody names: the last one of the year 9999. */
export const LAST_DAY: Day = Date.UTC(9999, 11, 31) / DAY_MS;

/** The day that a member's calendar shows at an instant. */
export function dayAt(at: Date, timezone: string): Day {
  return Math.floor(wallClock(timezone)(at) / DAY_MS);
}

/** Midnight of a day as if the calendar were in UTC. */
export function midnight(day: Day): Date {
  return new Date(day * DAY_MS);
}

/** Such as `2026-12-24`. */
export function isoDay(day: Day): string {
  return midnight(day).toISOString().slice(0, 10);
}

/** A day written as `2026-12-24` or `24.12.2026`; undefined for any other text, and for a day that no month has. */
export function readDay(written: string): Day | undefined {
  const text = written.trim();
  const [, year, month, date] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(date));
  const [, first, second, last] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  return last === undefined ? undefined : dayOf(Number(last), Number(second), Number(first));
}

/** Words for a day near today, by how many days they are ahead. */
const NEAR = new Map([
  ['today', 0],
  ['tomorrow', 1],
  ['сегодня', 0],
  ['завтра', 1],
]);

/** The same, and words such as `today` and `завтра`. */
export function readDayNear(written: string, today: Day): Day | undefined {
  const ahead = NEAR.get(written.trim().toLowerCase());
  return ahead === undefined ? readDay(written) : today + ahead;
}

function dayOf(year: number, month: number, date: number): Day | undefined {
  const day = Date.UTC(year, month - 1, date) / DAY_MS;
  const read = midnight(day);
  // `Date.UTC` makes the first of March of a thirtieth of February, and 1926 of the year 26.
  const isSame = read.getUTCFullYear() === year && read.getUTCMonth() === month - 1;
  return isSame && read.getUTCDate() === date ? day : undefined;
}
