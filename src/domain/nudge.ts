import { parseDuration } from './duration.ts';

export const SHORTEST_NUDGE_SECONDS = 5 * 60;
export const LONGEST_NUDGE_SECONDS = 7 * 24 * 3600;

/** How long before a deadline a member is told who asked for it. */
export const MEMBER_NUDGE_SECONDS = 2 * 3600;

/** What a form offers; any other time may be typed. */
export const NUDGE_CHOICES: readonly number[] = [0.5, 1, 2, 4, 8, 24].map((hours) => hours * 3600);

export type NudgeFault =
  | {
      readonly code: 'nudge-invalid' | 'nudge-too-short' | 'nudge-too-long';
      readonly given: string;
    }
  /** The track's rounds are open for no longer than that. */
  | { readonly code: 'nudge-before-question'; readonly given: string; readonly seconds: number };

export type ReadNudge =
  /** Null: there is to be none. */
  | { readonly ok: true; readonly beforeSeconds: number | null }
  | { readonly ok: false; readonly fault: NudgeFault };

const OFF = /^(off|no|none|never|нет|выкл|никогда)$/iu;

/** Reads `2h`, `30m`, `off`, and the same in Russian, for a track whose rounds are open for so long. */
export function readNudge(written: string, answeringSeconds: number | null): ReadNudge {
  const given = written.trim();
  if (OFF.test(given)) return { ok: true, beforeSeconds: null };
  const beforeSeconds = parseDuration(given);
  if (beforeSeconds === undefined) return refused({ code: 'nudge-invalid', given });
  if (beforeSeconds < SHORTEST_NUDGE_SECONDS) return refused({ code: 'nudge-too-short', given });
  if (beforeSeconds > LONGEST_NUDGE_SECONDS) return refused({ code: 'nudge-too-long', given });
  if (!fitsNudge(beforeSeconds, answeringSeconds)) {
    return refused({ code: 'nudge-before-question', given, seconds: answeringSeconds ?? 0 });
  }
  return { ok: true, beforeSeconds };
}

const refused = (fault: NudgeFault): ReadNudge => ({ ok: false, fault });

/** Would the nudge come after the question? Where rounds stay open until the next one, each round tells. */
export function fitsNudge(beforeSeconds: number, answeringSeconds: number | null): boolean {
  return answeringSeconds === null || beforeSeconds < answeringSeconds;
}

/**
 * Whether there is still time enough for a nudge to be of use. One that an outage held up for more than half of the
 * time that it was to leave is not posted at all.
 */
export function isInTime(
  { closesAt, beforeSeconds }: { readonly closesAt: Date; readonly beforeSeconds: number },
  now: Date,
): boolean {
  return closesAt.getTime() - now.getTime() > (beforeSeconds * 1000) / 2;
}
