import { LRUCache } from 'lru-cache';

/*
 * What a zone's clock on the wall shows. A wall time is a number of milliseconds as if the clock showed
 * UTC; some wall times do not exist, because the clock skips them.
 */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Tells what the clock shows at an instant. */
export function wallClock(timezone: string): (at: Date) => number {
  const offsetAt = clockOf(timezone);
  return (at) => at.getTime() + offsetAt(at.getTime());
}

/** What the clock shows at an instant, and how far it is ahead of UTC: `2026-11-30 10:00+01:00`. */
export function wallText(timezone: string, at: Date): string {
  const wall = wallClock(timezone)(at);
  const shown = new Date(wall).toISOString().slice(0, 16).replace('T', ' ');
  const minutes = Math.round((wall - at.getTime()) / MINUTE_MS);
  return `${shown}${minutes < 0 ? '-' : '+'}${hoursText(Math.abs(minutes))}`;
}

const hoursText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** The first instant after the gap that skips this wall time; undefined where the clock shows it. */
export function endOfGap(wall: number, timezone: string): Date | undefined {
  const offsetAt = clockOf(timezone);
  const [before, after] = [offsetAt(wall - DAY_MS), offsetAt(wall + DAY_MS)];
  const isShown = [before, after].some((offset) => offsetAt(wall - offset) === offset);
  if (isShown) return undefined;
  // The clock jumps from the one offset to the other between these two instants.
  let [early, late] = [wall - after, wall - before];
  while (late - early > MINUTE_MS) {
    const middle = early + Math.ceil((late - early) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetAt(middle) === before) early = middle;
    else late = middle;
  }
  return new Date(late);
}

/** The first instant at which the clock shows a day; midnight itself may be skipped or shown twice. */
export function startOfDay(day: number, timezone: string): Date {
  const [offsetAt, wall] = [clockOf(timezone), day * DAY_MS];
  const isShown = (at: number) => at + offsetAt(at) >= wall;
  const offsets = [offsetAt(wall - DAY_MS), offsetAt(wall + DAY_MS)];
  const starts = offsets.map((offset) => wall - offset).sort((a, b) => a - b);
  return new Date(starts.find(isShown) ?? wall);
}

/** Kept, since making one takes twenty times as long as asking it. More than most teams together live in. */
const formats = new LRUCache<string, Intl.DateTimeFormat>({ max: 100 });

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const kept = formats.get(timeZone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, made);
  return made;
}

/** By how many milliseconds the clock is ahead of UTC at an instant. */
function clockOf(timezone: string): (at: number) => number {
  const format = formatOf(timezone);
  return (at) => {
    const parts = format.formatToParts(at);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d+):(\d+)/.exec(name) ?? [];
    const ahead = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
    return sign === '-' ? -ahead : ahead;
  };
}
