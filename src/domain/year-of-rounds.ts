import { type Day, midnight } from './day.ts';
import type { MarkKind } from './streak.ts';

/** How a round stands on its member's own calendar: who was away is told from what an outage excused. */
export type DayMark = MarkKind | 'away';

export interface DatedMark {
  /** The day on which the round opened. */
  readonly day: Day;
  readonly mark: DayMark;
}

/** Days, both included. */
export interface YearOfDays {
  /** A Monday. */
  readonly from: Day;
  readonly until: Day;
}

const DAYS_A_WEEK = 7;
const WEEKS_BEFORE_THIS = 52;

/** The first of January 1970 was a Thursday. */
export const weekdayOf = (day: Day): number => (day + 3) % DAYS_A_WEEK;

/** Whole weeks up to that of this day, of which the last ends with it. */
export function yearUntil(day: Day): YearOfDays {
  return { from: day - weekdayOf(day) - WEEKS_BEFORE_THIS * DAYS_A_WEEK, until: day };
}

/** What a day shows that had several rounds: that which people look for first. */
const BY_WEIGHT: readonly DayMark[] = [
  ...(['missed', 'frozen', 'open', 'answered', 'away', 'excused', 'before'] as const),
];

/** One mark for each day that had a round. */
export function markDays(marks: readonly DatedMark[]): ReadonlyMap<Day, DayMark> {
  const byDay = Map.groupBy(marks, ({ day }) => day);
  return new Map(
    [...byDay].map(([day, ofDay]) => {
      const heaviest = BY_WEIGHT.find((kind) => ofDay.some(({ mark }) => mark === kind));
      return [day, heaviest ?? 'before'];
    }),
  );
}

export interface MonthOfRounds {
  /** The first of its days that had a round. */
  readonly day: Day;
  /** How many rounds of each kind it had; those that it had none of are left out. */
  readonly counts: readonly { readonly mark: DayMark; readonly count: number }[];
}

/** The rounds of each month that had one, oldest first. */
export function countByMonth(marks: readonly DatedMark[]): readonly MonthOfRounds[] {
  const byMonth = Map.groupBy(marks, ({ day }) => midnight(day).toISOString().slice(0, 7));
  return [...byMonth.values()].map((ofMonth) => {
    const counts = BY_COUNT.map((mark) => ({
      mark,
      count: ofMonth.filter((one) => one.mark === mark).length,
    }));
    return { day: ofMonth[0]?.day ?? 0, counts: counts.filter(({ count }) => count > 0) };
  });
}

const BY_COUNT: readonly DayMark[] = [
  ...(['answered', 'frozen', 'missed', 'excused', 'away', 'open', 'before'] as const),
];
