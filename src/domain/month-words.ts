import { type Weekday, weekdayNamed } from './weekday.ts';

/** Which of a month's days of one name: the first to the fourth, or the last. */
export type NthOfMonth = 1 | 2 | 3 | 4 | 'last';

export interface MonthlyDay {
  readonly nth: NthOfMonth;
  readonly day: Weekday;
}

const ORDINALS: ReadonlyMap<RegExp, NthOfMonth> = new Map<RegExp, NthOfMonth>([
  [/^(?:first|1st|перв(?:ый|ую|ая|ое))$/u, 1],
  [/^(?:second|2nd|втор(?:ой|ую|ая|ое))$/u, 2],
  [/^(?:third|3rd|трет(?:ий|ью|ья|ье))$/u, 3],
  [/^(?:fourth|4th|четв[её]рт(?:ый|ую|ая|ое))$/u, 4],
  [/^(?:last|последн(?:ий|юю|яя|ее))$/u, 'last'],
]);

/** `the first Monday of every month`, «в последнюю пятницу месяца», «каждый первый понедельник месяца». */
const MONTHLY = new RegExp(
  String.raw`^(?:on\s+)?(?:the\s+|every\s+|во?\s+|кажд(?:ый|ую|ое)\s+)?(?<nth>[\p{L}\d]+)\s+(?<day>\p{L}+)\s+` +
    String.raw`(?:(?:of|in)\s+(?:a|the|each|every)\s+month|(?:каждого\s+)?месяца)$`,
  'u',
);

/** A text in lower case that names one day of every month; undefined for any other. */
export function monthlyDayInWords(words: string): MonthlyDay | undefined {
  const { nth: written = '', day: name = '' } = MONTHLY.exec(words)?.groups ?? {};
  const nth = [...ORDINALS].find(([pattern]) => pattern.test(written))?.[1];
  const day = weekdayNamed(name);
  return nth === undefined || day === undefined ? undefined : { nth, day };
}

/** As cron writes it: `1#1`, `5#L`. */
export function cronMonthlyDay({ nth, day }: MonthlyDay): string {
  return `${day}#${nth === 'last' ? 'L' : nth}`;
}

/** A field of cron that names one day of every month; undefined for any other. */
export function readMonthlyDay(field: string): MonthlyDay | undefined {
  const { day: name = '', nth: written = '' } =
    /^(?<day>[0-7]|[a-z]{3})#(?<nth>[1-4L])$/i.exec(field)?.groups ?? {};
  const day = /^\d$/.test(name) ? ((Number(name) % 7) as Weekday) : weekdayNamed(name);
  if (day === undefined) return undefined;
  return { nth: written.toUpperCase() === 'L' ? 'last' : (Number(written) as 1 | 2 | 3 | 4), day };
}
