import { type Day, DAY_MS, dayAt, midnight } from './day.ts';
import { type Period, periodsOf } from './period.ts';
import { newestDue, nextDue, type Schedule } from './schedule.ts';
import { type Minute, readTimeOfDay } from './time-of-day.ts';
import { mondayOf, readPattern } from './week-pattern.ts';

/** What a digest tells of: a week from Monday to Sunday, or a calendar month. */
export type DigestPeriod = Exclude<Period, 'all'>;

/** When a track's digests come. */
export interface DigestPlan extends Schedule {
  readonly every: DigestPeriod;
  /** Null: when the track asks. */
  readonly minute: Minute | null;
}

/** A digest that was held up for longer does not come at all: the period is no news by then. */
const LATEST_MS = 6 * 3_600_000;

const WORDS: ReadonlyMap<string, DigestPeriod | null> = new Map([
  ...['weekly', 'week', 'еженедельно', 'неделя'].map((word) => [word, 'week'] as const),
  ...['monthly', 'month', 'ежемесячно', 'месяц'].map((word) => [word, 'month'] as const),
  ...['off', 'no', 'none', 'нет', 'выкл'].map((word) => [word, null] as const),
]);

/** Reads `weekly`, `monthly`, `off`, which is null, and the same in Russian; undefined for any other text. */
export function readDigestPeriod(written: string): DigestPeriod | null | undefined {
  return WORDS.get(written.trim().toLowerCase());
}

/** Reads a time of day; null for one that is left to the track. Undefined for any other text. */
export function readDigestTime(written: string): Minute | null | undefined {
  const given = written.trim().toLowerCase();
  return ['', 'default', 'по умолчанию'].includes(given) ? null : readTimeOfDay(given);
}

/** When on its day a digest comes. */
export function digestMinute({ minute, cron }: Pick<DigestPlan, 'minute' | 'cron'>): Minute {
  return minute ?? minuteOfAsking(cron);
}

/** The first time of day at which a schedule asks, on a clock that nothing moves. */
function minuteOfAsking(stored: string): Minute {
  const { cron } = readPattern(stored);
  const first = nextDue({ cron, timezone: 'UTC' }, new Date(Date.UTC(2000, 0, 1) - 1));
  return first ? first.getUTCHours() * 60 + first.getUTCMinutes() : 0;
}

/** The next instant at which a digest comes: a Monday's, or the first of a month's. */
export function nextDigest(plan: DigestPlan, after: Date): Date {
  const next = nextDue(scheduleOf(plan), after);
  if (!next) throw new Error('a digest never comes');
  return next;
}

/** The newest digest that was due from `from` on and is still news; undefined where there is none. */
export function newestDigest(plan: DigestPlan, from: Date, now: Date): Date | undefined {
  const since = Math.max(from.getTime() - 1, now.getTime() - LATEST_MS);
  return newestDue(scheduleOf(plan), new Date(since), now);
}

export const isNews = (dueAt: Date, now: Date): boolean =>
  now.getTime() - dueAt.getTime() < LATEST_MS;

function scheduleOf(plan: DigestPlan): Schedule {
  const minute = digestMinute(plan);
  const day = plan.every === 'week' ? '* * 1' : '1 * *';
  return { cron: `${minute % 60} ${Math.floor(minute / 60)} ${day}`, timezone: plan.timezone };
}

/** A period that is over. */
export interface EndedPeriod {
  readonly every: DigestPeriod;
  /** As points are counted by it: `2026-W48`, `2026-11`. */
  readonly key: string;
  readonly from: Day;
  readonly until: Day;
}

/** The period that had ended when a digest was due: one moved past midnight, where the clock skips that hour, too. */
export function periodEnded(every: DigestPeriod, dueAt: Date, timezone: string): EndedPeriod {
  const until = firstOf(every, dayAt(dueAt, timezone)) - 1;
  return periodOf(every, until);
}

/** The way back from its key. */
export function readPeriod(key: string): EndedPeriod {
  const [year = 0, number = 1] = key.split(/-W?/).map(Number);
  if (!key.includes('W')) return periodOf('month', Date.UTC(year, number - 1) / DAY_MS);
  // The fourth of January lies in the first week of its year.
  return periodOf('week', Date.UTC(year, 0, 4) / DAY_MS + (number - 1) * 7);
}

/** The one that a day lies in. */
function periodOf(every: DigestPeriod, day: Day): EndedPeriod {
  const from = firstOf(every, day);
  const until = firstOf(every, from + (every === 'week' ? 7 : 31)) - 1;
  return { every, key: periodsOf(midnight(day), 'UTC')[every], from, until };
}

const firstOf = (every: DigestPeriod, day: Day): Day =>
  every === 'week' ? mondayOf(day) : day - midnight(day).getUTCDate() + 1;
