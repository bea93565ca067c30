import { type Day, readDayNear } from './day.ts';

/** Why a text does not say on which day a pause ends. */
export type PauseFault =
  | { readonly code: 'pause-unreadable' | 'pause-over'; readonly given: string }
  /** `latest`: the last day that would do. */
  | { readonly code: 'pause-too-far'; readonly given: string; readonly latest: Day };

export type ReadPauseEnd =
  /** The first day on which questions come again. */
  { readonly ok: true; readonly end: Day } | { readonly ok: false; readonly fault: PauseFault };

/** Two years, one of which may be a leap year. */
const FURTHEST_DAYS = 731;

/** Before a day: `until`, «до». */
const LEAD = /^(?:until|till|to|до)\s+/iu;

/** The day on which a pause ends, as people write it: `2026-12-24`, `until 24.12.2026`, «завтра». */
export function readPauseEnd(written: string, today: Day): ReadPauseEnd {
  const given = written.trim();
  const end = readDayNear(given.replace(LEAD, ''), today);
  if (end === undefined) return { ok: false, fault: { code: 'pause-unreadable', given } };
  if (end <= today) return { ok: false, fault: { code: 'pause-over', given } };
  const latest = today + FURTHEST_DAYS;
  if (end > latest) return { ok: false, fault: { code: 'pause-too-far', given, latest } };
  return { ok: true, end };
}
