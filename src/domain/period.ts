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
  const { year, month, day } = wallDate(at, timezone);
  return { week: isoWeek(year, month, day), month: `${year}-${String(month).padStart(2, '0')}` };
}

export function periodKey(period: Period, at: Date, timezone: string): string {
  return period === 'all' ? 'all' : periodsOf(at, timezone)[period];
}

function wallDate(at: Date, timezone: string): { year: number; month: number; day: number } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const [year = 0, month = 0, day = 0] = format.format(at).split('-').map(Number);
  return { year, month, day };
}

/** ISO 8601: a week belongs to the year its Thursday falls in. */
function isoWeek(year: number, month: number, day: number): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const thursdaysYear = date.getUTCFullYear();
  const dayOfYear = (date.getTime() - Date.UTC(thursdaysYear, 0, 1)) / 86_400_000 + 1;
  return `${thursdaysYear}-W${String(Math.ceil(dayOfYear / 7)).padStart(2, '0')}`;
}
