import { type Day, readDayNear } from './day.ts';
import { MOST_WEEKS } from './week-pattern.ts';

/** What a schedule in words says of weeks, and the words without that. */
export interface WeeksInWords {
  readonly rest: string;
  readonly every: number;
  /** A day of the first week; left out where nobody named one. */
  readonly from: Day | undefined;
}

const COUNTS: ReadonlyMap<string, number> = new Map(
  [
    [],
    [],
    ['second', 'other', '2nd', 'two', 'втор(?:ой|ую|ое)', 'две'],
    ['third', '3rd', 'three', 'трет(?:ий|ью|ье)', 'три'],
    ['fourth', '4th', 'four', 'четв[её]рт(?:ый|ую|ое)', 'четыре'],
  ].flatMap((words, count) => words.map((word) => [word, count] as const)),
);

const COUNT = [...COUNTS.keys(), String.raw`\d{1,2}`].join('|');

/** With the week itself: `every second week`, `every 2 weeks`, «раз в две недели», «каждую вторую неделю». */
const WEEKS = new RegExp(
  String.raw`(?:every|once in|раз в|кажд(?:ые|ую))\s+(?<count>${COUNT})\s+(?:weeks?|недел[иьюя]+)`,
  'u',
);
/** With the day in its place: `every second Monday`, «каждую вторую среду». */
const DAYS = new RegExp(
  String.raw`(?:every|кажд(?:ый|ую|ое))\s+(?<count>${COUNT})(?=\s+\p{L})`,
  'u',
);
const FORTNIGHT = /(?<count>fortnightly|bi-?weekly|через неделю)/u;

const FROM = /[\s,]+(?:from|starting|since|с|начиная с)\s+(?<from>\S+)$/u;

/**
 * What a text in lower case says of weeks; undefined where it says nothing of them, or something that is
 * no number of weeks.
 */
export function weeksInWords(text: string, today: Day): WeeksInWords | undefined {
  const start = FROM.exec(text);
  const from = start?.groups?.['from'];
  const day = from === undefined ? undefined : readDayNear(from, today);
  if (from !== undefined && day === undefined) return undefined;
  const words = start ? text.slice(0, start.index) : text;
  const found = WEEKS.exec(words) ?? FORTNIGHT.exec(words) ?? DAYS.exec(words);
  const every = countOf(found?.groups?.['count'] ?? '');
  // `second Monday of a month` is another thing.
  if (!found || every === undefined || /\bof\b|месяц/u.test(words)) return undefined;
  const rest = words
    .replace(found[0], ' ')
    .replaceAll(/[\s,]+/gu, ' ')
    .trim();
  return { rest: rest.replace(/^on /u, ''), every, from: day };
}

function countOf(written: string): number | undefined {
  if (FORTNIGHT.test(written)) return 2;
  const named = [...COUNTS].find(([word]) => new RegExp(`^${word}$`, 'u').test(written));
  const count = named ? named[1] : Number(written);
  return Number.isInteger(count) && count >= 2 && count <= MOST_WEEKS ? count : undefined;
}
