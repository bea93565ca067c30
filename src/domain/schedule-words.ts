import {
  cronMonthlyDay,
  type MonthlyDay,
  monthlyDayInWords,
  readMonthlyDay,
} from './month-words.ts';
import { timeInWords } from './time-words.ts';
import { readPattern } from './week-pattern.ts';
import {
  inOrder,
  sameDays,
  WEEK,
  type Weekday,
  weekdayNamed,
  WEEKEND,
  WORKDAYS,
} from './weekday.ts';

/** A schedule that words can say: some days at one time of the day. */
export type PlainSchedule = PlainDays | PlainMonthly;

interface PlainDays extends PlainTime {
  /** Of the week. */
  readonly days: readonly Weekday[];
  /** Every so many weeks; left out: every week. */
  readonly every?: number;
}

/** One day of every month. */
interface PlainMonthly extends PlainTime, MonthlyDay {}

interface PlainTime {
  /** `09:30`, on the clock of the schedule's time zone. */
  readonly time: string;
}

const DAYS: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ['', WEEK],
  ['daily', WEEK],
  ['every day', WEEK],
  ['ежедневно', WEEK],
  ['каждый день', WEEK],
  ['weekdays', WORKDAYS],
  ['будни', WORKDAYS],
  ['будням', WORKDAYS],
  ['weekends', WEEKEND],
  ['выходные', WEEKEND],
  ['выходным', WEEKEND],
]);

/** Before a time or a day: `at`, `on`, `every`, «в», «во», «по», «каждый», «каждую». */
const LEAD = /^(?:at|on|every|во?|по|кажд(?:ый|ую))\s+/u;

/**
 * A cron expression from what people write: words such as `weekdays 10:00`, `daily at 9:30`,
 * `mon, wed and fri 18:00`, `mon-fri at 10`, `first monday of a month at 10`, «в 9:30 по будням», or a time
 * alone, which means daily. What is none of these comes back as it is, with single spaces: it may be cron.
 */
export function cronFromWords(written: string): string {
  const text = written.trim().replace(/\s+/g, ' ');
  const time = timeInWords(text.toLowerCase());
  const monthly = time && monthlyDayInWords(time.words);
  if (monthly) return `${time.minute} ${time.hour} * * ${cronMonthlyDay(monthly)}`;
  const days = time && daysOf(time.words);
  // An hour without minutes is one only beside the days it belongs to.
  if (!days || (!time.sure && time.words === '')) return text;
  return `${time.minute} ${time.hour} * * ${cronDays(days)}`;
}

function daysOf(words: string): readonly Weekday[] | undefined {
  const whole = DAYS.get(words) ?? DAYS.get(words.replace(LEAD, ''));
  if (whole) return whole;
  const days = words
    .replace(/\s*[-–—]\s*/gu, '-')
    .split(/\s*,\s*(?:and\s+|и\s+)?|\s+and\s+|\s+и\s+|\s+/u)
    .filter((word) => !LEAD.test(`${word} `))
    .map(namedDays);
  const known = days.every((some) => some !== undefined) && days.length > 0;
  return known ? inOrder(days.flat()) : undefined;
}

/** `mon`, `mon-fri`. */
function namedDays(word: string): readonly Weekday[] | undefined {
  return daysBetween(word.split('-').map(weekdayNamed));
}

function cronDays(days: readonly Weekday[]): string {
  if (sameDays(days, WEEK)) return '*';
  return sameDays(days, WORKDAYS) ? '1-5' : days.join(',');
}

/** What a stored schedule says in words; undefined for one that words would make no plainer. */
export function plainSchedule(stored: string): PlainSchedule | undefined {
  const { cron, weeks } = readPattern(stored);
  const [, minute, hour, field = ''] = /^(\d{1,2}) (\d{1,2}) \* \* (\S+)$/.exec(cron) ?? [];
  if (minute === undefined || hour === undefined) return undefined;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  const monthly = weeks ? undefined : readMonthlyDay(field);
  if (monthly) return { ...monthly, time };
  const days = readDays(field);
  return days && { days, time, ...(weeks && { every: weeks.every }) };
}

function readDays(field: string): readonly Weekday[] | undefined {
  if (field === '*' || field === '?') return WEEK;
  const days = field.split(',').map(readRange);
  return days.every((range) => range !== undefined) ? inOrder(days.flat()) : undefined;
}

/** `1-5`, `mon-fri`, `6`, `sun`; cron's 7 is Sunday too. */
function readRange(range: string): readonly Weekday[] | undefined {
  return daysBetween(range.split('-').map(readDay));
}

/** From one day of a week to another, or one day alone. */
function daysBetween(ends: readonly (Weekday | undefined)[]): readonly Weekday[] | undefined {
  const known = ends.filter((day) => day !== undefined);
  const [from, to = from] = known;
  if (from === undefined || to === undefined) return undefined;
  if (known.length < ends.length || known.length > 2) return undefined;
  const [start, end] = [WEEK.indexOf(from), WEEK.indexOf(to)];
  return start <= end ? WEEK.slice(start, end + 1) : undefined;
}

function readDay(written: string): Weekday | undefined {
  return /^[0-7]$/.test(written) ? WEEK[(Number(written) + 6) % 7] : weekdayNamed(written);
}
