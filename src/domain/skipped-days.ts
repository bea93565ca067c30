import type { SkippedDays } from './calendar.ts';
import { type Day, isoDay, readDayNear } from './day.ts';

/** Why a line names no days to skip. */
export type SkipFault =
  | { readonly code: 'skip-unreadable' | 'skip-over'; readonly given: string }
  | { readonly code: 'skip-backwards'; readonly from: Day; readonly until: Day }
  /** `latest`: the last day that would do. */
  | { readonly code: 'skip-too-far'; readonly given: string; readonly latest: Day }
  | { readonly code: 'skip-too-many'; readonly most: number };

export type ReadSkips =
  | { readonly ok: true; readonly skips: readonly SkippedDays[] }
  | { readonly ok: false; readonly faults: readonly SkipFault[] };

/** More than two years of public holidays have. */
const MOST_SKIPS = 100;

/** All of them written down: what a form takes on every platform, with room to spare. */
export const LONGEST_SKIPS = 2800;

/** Two years, one of which may be a leap year. */
const FURTHEST_DAYS = 731;

const DAY = String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|today|tomorrow|сегодня|завтра`;
const TO = String.raw`\s*(?:-|–|—|\.\.|/)\s*|\s+(?:(?:to|until|till|по|до)\s+)?`;
const LINE = new RegExp(
  String.raw`^(?:(?:from|с)\s+)?(?<first>${DAY})(?:(?:${TO})(?<last>${DAY}))?` +
    String.raw`(?:[\s:–—]+(?<reason>\S.*))?$`,
  'iu',
);
/** A comma may also stand in a reason: it parts days where another day follows. */
const BETWEEN = new RegExp(String.raw`\n|[,;](?=\s*(?:from\s|с\s|${DAY}|$))`, 'iu');

/**
 * Days to skip as people write them: a day or a range in each line or between commas, and after it, if they
 * like, why: `2026-12-24 – 2027-01-08 New Year`. Everything that is wrong is told at once.
 */
export function readSkips(written: string, today: Day): ReadSkips {
  const lines = written.split(BETWEEN).map((line) => line.trim());
  const read = lines.filter((line) => line !== '').map((line) => readLine(line, today));
  const faults = distinct(read.filter((one): one is SkipFault => 'code' in one));
  const skips = read.filter((one): one is SkippedDays => 'reason' in one);
  const tooMany = skipsFault(skips);
  if (tooMany) faults.push(tooMany);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, skips: skips.toSorted((a, b) => a.from - b.from) };
}

/** The same line twice is one mistake to mend, and forms show few. */
const distinct = (faults: readonly SkipFault[]): SkipFault[] => [
  ...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values(),
];

/** What is wrong with days taken together; undefined where nothing is. */
export function skipsFault(skips: readonly SkippedDays[]): SkipFault | undefined {
  const isLong = writeSkips(skips).length > LONGEST_SKIPS;
  return isLong || skips.length > MOST_SKIPS
    ? { code: 'skip-too-many', most: MOST_SKIPS }
    : undefined;
}

function readLine(line: string, today: Day): SkippedDays | SkipFault {
  const { first = '', last = first, reason = '' } = LINE.exec(line)?.groups ?? {};
  const [from, until] = [readDayNear(first, today), readDayNear(last, today)];
  if (from === undefined || until === undefined) return { code: 'skip-unreadable', given: line };
  const latest = today + FURTHEST_DAYS;
  if (until < from) return { code: 'skip-backwards', from, until };
  if (until < today) return { code: 'skip-over', given: line };
  if (until > latest) return { code: 'skip-too-far', given: line, latest };
  return { from, until, reason: reason.trim() };
}

/** Each day or range once, in their order. */
export function skipsInOrder(skips: readonly SkippedDays[]): readonly SkippedDays[] {
  const byDays = Map.groupBy(skips, ({ from, until }) => `${from}:${until}`);
  return [...byDays.values()]
    .flatMap(([first]) => first ?? [])
    .sort((a, b) => a.from - b.from || a.until - b.until);
}

/** The way `readSkips` reads back, a line each. */
export function writeSkips(skips: readonly SkippedDays[]): string {
  return skips.map(writeSkip).join('\n');
}

export function writeSkip({ from, until, reason }: SkippedDays): string {
  const days = [...new Set([from, until])].map(isoDay).join(' – ');
  return reason === '' ? days : `${days} ${reason}`;
}
