import ical, { type EventInstance, type VEvent } from 'node-ical';
import type { SkippedDays } from '../../../domain/calendar.ts';
import { type Day, DAY_MS, midnight } from '../../../domain/day.ts';
import { skipsInOrder } from '../../../domain/skipped-days.ts';
import { canonicalTimezone } from '../../../domain/timezone.ts';
import { wallClock } from '../../../domain/wall-clock.ts';
import { type IcsFault, MOST_ICS_EVENTS } from './ics-fault.ts';

export interface IcsTask {
  readonly ics: string;
  /** The first day that counts. */
  readonly today: Day;
  /** The track's: a time without a zone of its own is read by it. */
  readonly timezone: string;
}

export type ReadIcs =
  | { readonly ok: true; readonly days: readonly SkippedDays[] }
  | { readonly ok: false; readonly fault: IcsFault };

/** How far ahead events are looked for, as people may write days themselves: what recurs for ever ends here. */
const AHEAD_DAYS = 731;

/** A reason of this length says enough. */
const REASON_LENGTH = 100;

/**
 * The days that the events of an .ics calendar take whole, from today on. A meeting of an hour takes no day;
 * neither does an event that was cancelled.
 */
export function daysOfIcs(task: IcsTask): ReadIcs {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/iu.test(task.ics))
    return refused({ code: 'ics-not-a-calendar' });
  const events = Object.values(ical.sync.parseICS(task.ics)).filter(isEvent);
  const days: SkippedDays[] = [];
  for (const event of events) {
    const instances = instancesOf(event, task);
    if (!instances) return refused({ code: 'ics-too-often', event: textOf(event.summary) });
    days.push(...instances.flatMap((one) => wholeDays(one, task)));
    if (days.length > MOST_ICS_EVENTS)
      return refused({ code: 'ics-too-many', most: MOST_ICS_EVENTS });
  }
  const ordered = skipsInOrder(days);
  return takesAll(ordered, task.today)
    ? refused({ code: 'ics-every-day' })
    : { ok: true, days: ordered };
}

const refused = (fault: IcsFault): ReadIcs => ({ ok: false, fault });

const isEvent = (one: { readonly type?: string } | undefined): one is VEvent =>
  one?.type === 'VEVENT';

/** Undefined for what recurs more often than anybody has a day off: the expansion gives up on it. */
function instancesOf(event: VEvent, { today }: IcsTask): readonly EventInstance[] | undefined {
  const window = { from: midnight(today - 1), to: midnight(today + AHEAD_DAYS + 1) };
  try {
    const found = ical.expandRecurringEvent(event, { ...window, expandOngoing: true });
    return found.filter(({ event: one }) => one.status !== 'CANCELLED');
  } catch {
    return undefined;
  }
}

function wholeDays(instance: EventInstance, { today, timezone }: IcsTask): readonly SkippedDays[] {
  const [first, last] = instance.isFullDay ? namedDays(instance) : coveredDays(instance, timezone);
  const [from, until] = [Math.max(first, today), Math.min(last, today + AHEAD_DAYS)];
  return from > until ? [] : [{ from, until, reason: textOf(instance.summary) }];
}

/** The days of an event given by dates: node-ical puts them into a `Date` by this process's clock, the end excluded. */
function namedDays({ start, end }: EventInstance): readonly [first: Day, last: Day] {
  const [first, after] = [dateOf(start), dateOf(end)];
  return [first, Math.max(first, after - 1)];
}

const dateOf = (at: Date): Day => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY_MS;

/** The days that an event covers whole by its own clock: a day off in Berlin is the same day for a track in New York. */
function coveredDays({ start, end }: EventInstance, timezone: string): readonly [Day, Day] {
  const own =
    start.tz === undefined || start.tz === 'Etc/UTC' ? undefined : canonicalTimezone(start.tz);
  const wallTime = wallClock(own ?? timezone);
  return [Math.ceil(wallTime(start) / DAY_MS), Math.floor(wallTime(end) / DAY_MS) - 1];
}

/** Whether no day is left on which a question could come. */
function takesAll(ordered: readonly SkippedDays[], today: Day): boolean {
  let reached = today;
  for (const { from, until } of ordered) {
    if (from > reached) return false;
    reached = Math.max(reached, until + 1);
  }
  return reached > today + AHEAD_DAYS;
}

/** A text may come with parameters, such as its language. */
function textOf(written: unknown): string {
  const text =
    typeof written === 'object' && written !== null && 'val' in written ? written.val : written;
  const line = typeof text === 'string' ? text.replace(/[\p{C}\s]+/gu, ' ').trim() : '';
  return line.length > REASON_LENGTH ? `${line.slice(0, REASON_LENGTH - 1).trimEnd()}…` : line;
}
