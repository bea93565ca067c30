import { newestDue, nextDue, type Schedule } from './schedule.ts';
import { timeInWords } from './time-words.ts';

/** Minutes since midnight, on a clock on the wall. */
export type Minute = number;

const PER_HOUR = 60;

/** A time of day as people write it: `9`, `9:30`, `9 pm`, «в 9 утра»; undefined for any other text. */
export function readTimeOfDay(written: string): Minute | undefined {
  const time = timeInWords(written.trim().toLowerCase());
  return time?.words === '' ? time.hour * PER_HOUR + time.minute : undefined;
}

/** Such as `09:30`. */
export function timeOfDayText(minute: Minute): string {
  const parts = [Math.floor(minute / PER_HOUR), minute % PER_HOUR];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** When a zone's clock next shows this time; a time that the clock skips comes at the end of the gap. */
export function nextTimeOfDay(minute: Minute, timezone: string, after: Date): Date {
  const next = nextDue(daily(minute, timezone), after);
  if (!next) throw new Error(`${timeOfDayText(minute)} never comes in ${timezone}`);
  return next;
}

/** When the clock showed it last, in `(after, until]`; undefined where it has not. */
export function newestTimeOfDay(
  minute: Minute,
  timezone: string,
  { after, until }: { readonly after: Date; readonly until: Date },
): Date | undefined {
  return newestDue(daily(minute, timezone), after, until);
}

const daily = (minute: Minute, timezone: string): Schedule => ({
  cron: `${minute % PER_HOUR} ${Math.floor(minute / PER_HOUR)} * * *`,
  timezone,
});
