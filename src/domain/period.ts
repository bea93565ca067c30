import { DAY_MS } from './day.ts';
import { wallClock } from './wall-clock.ts';

export const PERIODS = ['week', 'month', 'all'] as const;

export type Period = (typeof PERIODS)[number];

/** The keys that a round's point counts under: ISO week, month, and all time. */
export interface PeriodKeys {
  /** Such as `2026-W48`. */
  readonly week: string;
  /** Such as `2026-11`. */
  readonly month: string;
}

/** Which week and month an instant falls in, on the wall calendar of a time zone. */
export function periodsOf(at: Date, timezone: string): PeriodKeys {
  const wall = new Date(wallClock(timezone)(at));
  return { week: isoWeek(wall), month: wall.toISOString().slice(0, 7) };
}

export function periodKey(period: Period, at: Date, timezone: string): string {
  return period === 'all' ? 'all' : periodsOf(at, timezone)[period];
}

/** ISO 8601: a week belongs to the year its Thursday falls in. */
function isoWeek(wall: Date): string {
  const date = new Date(Math.floor(wall.getTime() / DAY_MS) * DAY_MS);
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const thursdaysYear = date.getUTCFullYear();
  const dayOfYear = (date.getTime() - Date.UTC(thursdaysYear, 0, 1)) / DAY_MS + 1;
  return `${thursdaysYear}-W${String(Math.ceil(dayOfYear / 7)).padStart(2, '0')}`;
}
