import { type Day, DAY_MS } from './day.ts';
import { newestDue, nextDue, type Schedule } from './schedule.ts';
import { startOfDay, wallClock } from './wall-clock.ts';

/** Days, both included, on which a track asks nothing. They are days of its own time zone. */
export interface SkippedDays {
  readonly from: Day;
  readonly until: Day;
  /** Such as the name of a holiday; empty where nobody said why. */
  readonly reason: string;
}

/** When a track asks: a schedule, and the days on which it is passed over. */
export interface Calendar extends Schedule {
  readonly skips: readonly SkippedDays[];
}

/** The first instant after `after` at which a round is due and its day is not skipped. */
export function nextAsked(calendar: Calendar, after: Date): Date | undefined {
  return stepsFrom(calendar, after).find((step) => step instanceof Date);
}

/** The newest such instant in `(after, until]`. */
export function newestAsked(calendar: Calendar, after: Date, until: Date): Date | undefined {
  const skipAt = skipsOf(calendar);
  for (let end = until; end > after;) {
    const due = newestDue(calendar, after, end);
    const skip = due && skipAt(due);
    if (!skip) return due;
    end = new Date(startOfDay(skip.from, calendar.timezone).getTime() - 1);
  }
  return undefined;
}

/** The rounds that come next, and which days are skipped that would have had one before them. */
export interface RoundsAhead {
  readonly asked: readonly Date[];
  readonly skipped: readonly SkippedDays[];
}

export function roundsAhead(calendar: Calendar, after: Date, count: number): RoundsAhead {
  const [asked, skipped]: [Date[], SkippedDays[]] = [[], []];
  for (const step of stepsFrom(calendar, after)) {
    if (step instanceof Date) asked.push(step);
    else if (!skipped.includes(step)) skipped.push(step);
    if (asked.length === count) break;
  }
  return { asked, skipped };
}

/** One due instant after the other, with the skipped days in the place of those that they take away. */
function* stepsFrom(calendar: Calendar, after: Date): Generator<Date | SkippedDays, void> {
  const skipAt = skipsOf(calendar);
  for (let due = nextDue(calendar, after); due;) {
    const skip = skipAt(due);
    yield skip ?? due;
    // What comes every minute would have thousands of due instants in skipped days: they are jumped over.
    due = nextDue(calendar, skip ? justBefore(skip.until + 1, calendar.timezone) : due);
  }
}

const justBefore = (day: Day, timezone: string): Date =>
  new Date(startOfDay(day, timezone).getTime() - 1);

function skipsOf({ skips, timezone }: Calendar): (due: Date) => SkippedDays | undefined {
  const wallTime = wallClock(timezone);
  return (due) => {
    const day = Math.floor(wallTime(due) / DAY_MS);
    return skips.find(({ from, until }) => from <= day && day <= until);
  };
}
