import { Cron } from 'croner';
import { cronFromWords } from './schedule-words.ts';
import { canonicalTimezone, nearTimezones } from './timezone.ts';
import { endOfGap, wallClock } from './wall-clock.ts';

export type Schedule = { readonly cron: string; readonly timezone: string };

export type ScheduleFault =
  | {
      readonly code: 'cron-invalid' | 'cron-too-often' | 'cron-never';
      readonly given: string;
    }
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
  const cron = cronFromWords(written.cron);
  const timezone = canonicalTimezone(written.timezone);
  const fault = cronFault(cron, timezone ?? 'UTC', now);
  const faults = fault ? [fault] : [];
  if (!timezone) return { ok: false, faults: [...faults, unknownTimezone(written.timezone)] };
  return fault ? { ok: false, faults } : { ok: true, schedule: { cron, timezone } };
}

function unknownTimezone(given: string): ScheduleFault {
  return { code: 'timezone-unknown', given, near: nearTimezones(given) };
}

function cronFault(cron: string, timezone: string, now: Date): ScheduleFault | undefined {
  const given = cron;
  // Exactly five fields: seconds would allow more than a question a minute.
  const fields = cron.split(' ').length;
  if (fields === 6 && /^[\d*]/.test(cron)) return { code: 'cron-too-often', given };
  if (fields !== 5) return { code: 'cron-invalid', given };
  try {
    return nextDue({ cron, timezone }, now) ? undefined : { code: 'cron-never', given };
  } catch {
    return { code: 'cron-invalid', given };
  }
}

/**
 * The first due instant after `after`. A time inside a daylight-saving gap moves to the next valid
 * one; a time that comes twice at the overlap counts once.
 */
export function nextDue(schedule: Schedule, after: Date): Date | undefined {
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
export function newestDue(schedule: Schedule, after: Date, until: Date): Date | undefined {
  // croner looks back from an exclusive bound.
  const [found] = planOf(schedule).previousRuns(1, new Date(until.getTime() + 1));
  const newest = found && found > after ? found : undefined;
  const next = nextDue(schedule, newest ?? after);
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

function planOf(schedule: Schedule): Cron {
  return new Cron(schedule.cron, { timezone: schedule.timezone, paused: true, mode: '5-part' });
}
