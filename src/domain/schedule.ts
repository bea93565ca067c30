import { Cron } from 'croner';

export type Schedule = { readonly cron: string; readonly timezone: string };

export type ScheduleFault =
  | { readonly code: 'cron-invalid'; readonly given: string }
  | { readonly code: 'cron-too-often'; readonly given: string }
  | { readonly code: 'cron-never'; readonly given: string }
  | { readonly code: 'timezone-unknown'; readonly given: string };

/** Days of a schedule in words, in both languages, as cron days of the week. */
const DAYS: Readonly<Record<string, string>> = {
  daily: '*',
  'every day': '*',
  ежедневно: '*',
  'каждый день': '*',
  weekdays: '1-5',
  'по будням': '1-5',
  будни: '1-5',
  weekends: '6,0',
  'по выходным': '6,0',
  выходные: '6,0',
};

const WORDS = /^(.*?)\s*(?:\bat\b|(?<=\s)в(?=\s)|,)?\s*(\d{1,2})[:.](\d{2})$/iu;

/**
 * A cron expression from what people write: five cron fields as they are, or words such as
 * `weekdays 10:00`, `daily at 9:30`, `ежедневно в 9:30`, or a time alone, which means daily.
 */
export function cronFromWords(written: string): string {
  const text = written.trim().replace(/\s+/g, ' ');
  const match = WORDS.exec(text);
  if (!match) return text;
  const [, words = '', hour, minute] = match;
  const days = words === '' ? '*' : DAYS[words.toLowerCase()];
  if (days === undefined || Number(hour) > 23 || Number(minute) > 59) return text;
  return `${Number(minute)} ${Number(hour)} * * ${days}`;
}

/** The canonical zone name, or undefined for a name the runtime's zone database lacks. */
export function canonicalTimezone(written: string): string | undefined {
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone: written.trim() });
    // Bare offsets such as +03:00 are accepted by Intl but know no daylight saving: refuse them.
    const name = zone.resolvedOptions().timeZone;
    return /^[+-]/.test(name) ? undefined : name;
  } catch {
    return undefined;
  }
}

/** A schedule that has been checked, or what is wrong with it. `now` bounds "never comes". */
export function parseSchedule(
  written: { readonly cron: string; readonly timezone: string },
  now: Date,
): { readonly ok: true; readonly schedule: Schedule } | { ok: false; fault: ScheduleFault } {
  const timezone = canonicalTimezone(written.timezone);
  if (!timezone) {
    return { ok: false, fault: { code: 'timezone-unknown', given: written.timezone } };
  }
  const cron = cronFromWords(written.cron);
  const fault = cronFault(cron, timezone, now);
  return fault ? { ok: false, fault } : { ok: true, schedule: { cron, timezone } };
}

function cronFault(cron: string, timezone: string, now: Date): ScheduleFault | undefined {
  const given = cron;
  // Exactly five fields: seconds would allow more than a question a minute.
  const fields = cron.split(' ').length;
  if (fields === 6) return { code: 'cron-too-often', given };
  if (fields !== 5) return { code: 'cron-invalid', given };
  try {
    return nextDue({ cron, timezone }, now) ? undefined : { code: 'cron-never', given };
  } catch {
    return { code: 'cron-invalid', given };
  }
}

/**
 * The first due instant after `after`. A time inside a daylight-saving gap moves to the next valid
 * one; a time that comes twice at the overlap counts once (croner's rules).
 */
export function nextDue(schedule: Schedule, after: Date): Date | undefined {
  return planOf(schedule).nextRun(after) ?? undefined;
}

/** The next `count` due instants after `after`. */
export function nextDues(schedule: Schedule, after: Date, count: number): readonly Date[] {
  return planOf(schedule).nextRuns(count, after);
}

/**
 * The newest due instant in `(after, until]`: what a late process catches up with. Earlier ones in
 * between are skipped, since a question three days old helps no one.
 */
export function newestDue(schedule: Schedule, after: Date, until: Date): Date | undefined {
  // croner looks back from an exclusive bound.
  const [newest] = planOf(schedule).previousRuns(1, new Date(until.getTime() + 1));
  return newest && newest > after ? newest : undefined;
}

function planOf(schedule: Schedule): Cron {
  return new Cron(schedule.cron, { timezone: schedule.timezone, paused: true, mode: '5-part' });
}
