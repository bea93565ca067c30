import { Cron } from 'croner';
import { LRUCache } from 'lru-cache';
import { type Day, dayAt } from './day.ts';
import { cronFromWords, plainSchedule } from './schedule-words.ts';
import { impossibleTime } from './time-words.ts';
import { canonicalTimezone, nearTimezones } from './timezone.ts';
import { endOfGap, startOfDay, wallClock } from './wall-clock.ts';
import { isInWeeks, mondayOf, nextWeekAfter, readPattern, writePattern } from './week-pattern.ts';
import { weeksInWords } from './week-words.ts';
import { sameDays, WEEK } from './weekday.ts';

export interface Schedule {
  /** Five fields of cron, and after them maybe in which weeks: `0 10 * * 1 every 2 weeks from 2026-11-23`. */
  readonly cron: string;
  readonly timezone: string;
}

export type ScheduleFault =
  | {
      readonly code: 'cron-invalid' | 'cron-too-often' | 'cron-never';
      readonly given: string;
    }
  /** `given`: the days, to which only a time has to be added; or a time that no clock shows. */
  | { readonly code: 'time-missing' | 'time-invalid'; readonly given: string }
  /** `near`: zones that may have been meant, the likeliest first; none where nothing is close. */
  | {
      readonly code: 'timezone-unknown';
      readonly given: string;
      readonly near: readonly string[];
    };

/** A schedule that has been checked, or all that is wrong with it. It must come again after `now`. */
export function parseSchedule(
  written: { readonly cron: string; readonly timezone: string },
  now: Date,
): { readonly ok: true; readonly schedule: Schedule } | { ok: false; faults: ScheduleFault[] } {
  const timezone = canonicalTimezone(written.timezone);
  const cron = patternFromWords({ cron: written.cron, timezone: timezone ?? 'UTC' }, now);
  const fault = cronFault(cron, timezone ?? 'UTC', now);
  const faults = fault ? [fault] : [];
  if (!timezone) return { ok: false, faults: [...faults, unknownTimezone(written.timezone)] };
  return fault ? { ok: false, faults } : { ok: true, schedule: { cron, timezone } };
}

/** Weeks that nobody counted from a day are counted from that of the first due instant. */
function patternFromWords({ cron: written, timezone }: Schedule, now: Date): string {
  const text = written.trim().replace(/\s+/g, ' ');
  if (readPattern(text).weeks) return text;
  const today = dayAt(now, timezone);
  const weeks = weeksInWords(text.toLowerCase(), today);
  if (!weeks) return cronFromWords(text);
  const cron = cronFromWords(weeks.rest);
  // A time alone would mean every day of those weeks, which nobody means who says no day.
  const plain = plainSchedule(cron);
  if (!plain || !('days' in plain) || sameDays(plain.days, WEEK)) return text;
  const start = weeks.from ?? dayAt(nextDue({ cron, timezone }, now) ?? now, timezone);
  return writePattern({ cron, weeks: { every: weeks.every, from: mondayOf(start) } });
}

function unknownTimezone(given: string): ScheduleFault {
  return { code: 'timezone-unknown', given, near: nearTimezones(given) };
}

function cronFault(cron: string, timezone: string, now: Date): ScheduleFault | undefined {
  const given = cron;
  // Exactly five fields: seconds would allow more than a question a minute.
  const { cron: plain, weeks } = readPattern(cron);
  const fields = plain.split(' ').length;
  if (!weeks && fields === 6 && /^[\d*]/.test(cron)) return { code: 'cron-too-often', given };
  if (fields !== 5) return unread({ cron, timezone }, now);
  try {
    return nextDue({ cron, timezone }, now) ? undefined : { code: 'cron-never', given };
  } catch {
    return unread({ cron, timezone }, now);
  }
}

/** What is wrong with a text that is neither cron nor a schedule in words. */
function unread({ cron: given, timezone }: Schedule, now: Date): ScheduleFault {
  const isRead = (text: string) => patternFromWords({ cron: text, timezone }, now) !== text;
  if (given !== '' && isRead(`${given} 10:00`)) return { code: 'time-missing', given };
  const time = impossibleTime(given.toLowerCase());
  const isTime = time && isRead(`${time.words} 10:00`.trim());
  return isTime ? { code: 'time-invalid', given: time.written } : { code: 'cron-invalid', given };
}

/**
 * The first due instant after `after`. A time inside a daylight-saving gap moves to the next valid
 * one; a time that comes twice at the overlap counts once.
 */
export function nextDue({ cron: stored, timezone }: Schedule, after: Date): Date | undefined {
  const { cron, weeks } = readPattern(stored);
  const schedule = { cron, timezone };
  let due = nextOfCron(schedule, after);
  if (!weeks) return due;
  while (due && !isInWeeks(weeks, dayAt(due, timezone))) {
    due = nextOfCron(schedule, justBefore(nextWeekAfter(weeks, dayAt(due, timezone)), timezone));
  }
  return due;
}

const justBefore = (day: Day, timezone: string): Date =>
  new Date(startOfDay(day, timezone).getTime() - 1);

function nextOfCron(schedule: Schedule, after: Date): Date | undefined {
  const next = planOf(schedule).nextRun(after) ?? undefined;
  return next && (dueAtMidnight(schedule, after, next) ?? next);
}

/** The next `count` due instants after `after`. */
export function nextDues(schedule: Schedule, after: Date, count: number): readonly Date[] {
  const dues: Date[] = [];
  for (let from = after; dues.length < count;) {
    const due = nextDue(schedule, from);
    if (!due) break;
    dues.push(due);
    from = due;
  }
  return dues;
}

/**
 * The newest due instant in `(after, until]`: what a late process catches up with. Earlier ones in
 * between are skipped, since a question three days old helps no one.
 */
export function newestDue(
  { cron: stored, timezone }: Schedule,
  after: Date,
  until: Date,
): Date | undefined {
  const { cron, weeks } = readPattern(stored);
  for (let end = until; end > after;) {
    const due = newestOfCron({ cron, timezone }, after, end);
    if (!due || !weeks || isInWeeks(weeks, dayAt(due, timezone))) return due;
    end = justBefore(mondayOf(dayAt(due, timezone)), timezone);
  }
  return undefined;
}

function newestOfCron(schedule: Schedule, after: Date, until: Date): Date | undefined {
  // croner looks back from an exclusive bound.
  const [found] = planOf(schedule).previousRuns(1, new Date(until.getTime() + 1));
  const newest = found && found > after ? found : undefined;
  const next = nextOfCron(schedule, newest ?? after);
  return next && next <= until ? next : newest;
}

/**
 * croner moves a time that the clock skips to the end of the gap, but not past midnight: in
 * America/Nuuk, where the clock jumps from 23:00 to midnight, a daily 23:30 would have a day without a
 * question. As in croner, what comes every hour or so is not moved.
 */
function dueAtMidnight({ cron, timezone }: Schedule, after: Date, next: Date): Date | undefined {
  const [, hour = ''] = cron.split(' ');
  if (hour.includes('*')) return undefined;
  const plan = planOf({ cron, timezone: 'UTC' });
  const wallTime = wallClock(timezone);
  const end = new Date(wallTime(next));
  const start = new Date(wallTime(after));
  for (let wall = plan.nextRun(start); wall && wall < end; wall = plan.nextRun(wall)) {
    const moved = endOfGap(wall.getTime(), timezone);
    if (moved && moved > after && moved < next) return moved;
  }
  return undefined;
}

/** Kept, since to read one takes longer than to ask it. More than most teams together have. */
const plans = new LRUCache<string, Cron>({ max: 500 });

function planOf({ cron, timezone }: Schedule): Cron {
  const key = `${timezone} ${cron}`;
  const kept = plans.get(key);
  if (kept) return kept;
  const plan = new Cron(cron, { timezone, paused: true, mode: '5-part' });
  plans.set(key, plan);
  return plan;
}
