import { parseDuration, writeDuration } from './duration.ts';

/** How long a round stays open: a fixed time, or until the track's next round is due. */
export type Answering =
  { readonly type: 'for'; readonly seconds: number } | { readonly type: 'until-next' };

export type AnsweringFault = {
  readonly code: 'answering-invalid' | 'answering-too-short' | 'answering-too-long';
  readonly given: string;
};

export const SHORTEST_ANSWERING_SECONDS = 30;
export const LONGEST_ANSWERING_SECONDS = 31 * 24 * 3600;

const UNTIL_NEXT = /^(until[- ]next|до[- ]следующего)$/iu;

/** Reads `90s`, `30m`, `8h`, `2d`, `until-next`, and the same in Russian (`8ч`, `до-следующего`). */
export function parseAnswering(
  written: string,
): { readonly ok: true; readonly answering: Answering } | { ok: false; fault: AnsweringFault } {
  const given = written.trim();
  if (UNTIL_NEXT.test(given)) return { ok: true, answering: { type: 'until-next' } };
  const seconds = parseDuration(given);
  if (seconds === undefined) return { ok: false, fault: { code: 'answering-invalid', given } };
  if (seconds < SHORTEST_ANSWERING_SECONDS) {
    return { ok: false, fault: { code: 'answering-too-short', given } };
  }
  if (seconds > LONGEST_ANSWERING_SECONDS) {
    return { ok: false, fault: { code: 'answering-too-long', given } };
  }
  return { ok: true, answering: { type: 'for', seconds } };
}

/** The way `parseAnswering` reads back. */
export function writeAnswering(answering: Answering): string {
  return answering.type === 'until-next' ? 'until-next' : writeDuration(answering.seconds);
}
