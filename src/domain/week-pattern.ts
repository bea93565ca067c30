import { type Day, isoDay, readDay } from './day.ts';

/** Every so many weeks, counted from the week that begins with a Monday. */
export interface WeekPattern {
  readonly every: number;
  readonly from: Day;
}

/** A cron expression as a track stores it, which may say in which weeks it holds. */
export interface Pattern {
  /** Five fields. */
  readonly cron: string;
  /** Left out: in all of them. */
  readonly weeks?: WeekPattern;
}

/** More than a quarter of a year between two questions is no habit. */
export const MOST_WEEKS = 13;

const STORED = /^(?<cron>.+) every (?<every>\d{1,2}) weeks from (?<from>\d{4}-\d{2}-\d{2})$/;

/** Such as `0 10 * * 1 every 2 weeks from 2026-11-23`; what says nothing of weeks is cron alone. */
export function readPattern(stored: string): Pattern {
  const { cron = stored, every = '', from = '' } = STORED.exec(stored)?.groups ?? {};
  const day = readDay(from);
  const count = Number(every);
  if (day === undefined || count < 2 || count > MOST_WEEKS) return { cron: stored };
  return { cron, weeks: { every: count, from: mondayOf(day) } };
}

/** The way `readPattern` reads back. */
export function writePattern({ cron, weeks }: Pattern): string {
  return weeks ? `${cron} every ${weeks.every} weeks from ${isoDay(weeks.from)}` : cron;
}

/** The first day of a day's week; the first of January 1970 was a Thursday. */
export function mondayOf(day: Day): Day {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** Whether a day lies in one of the pattern's weeks. */
export function isInWeeks({ every, from }: WeekPattern, day: Day): boolean {
  return ((mondayOf(day) - from) / 7) % every === 0;
}

/** The Monday of the pattern's first week after that of a day. */
export function nextWeekAfter({ every, from }: WeekPattern, day: Day): Day {
  const weeks = (mondayOf(day) - from) / 7;
  return from + (Math.floor(weeks / every) + 1) * every * 7;
}
