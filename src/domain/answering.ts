/** How long a round stays open: a fixed time, or until the track's next round is due. */
export type Answering =
  { readonly type: 'for'; readonly seconds: number } | { readonly type: 'until-next' };

export type AnsweringFault = {
  readonly code: 'answering-invalid' | 'answering-too-short' | 'answering-too-long';
  readonly given: string;
};

export const SHORTEST_ANSWERING_SECONDS = 30;
export const LONGEST_ANSWERING_SECONDS = 31 * 24 * 3600;

const UNITS: Readonly<Record<string, number>> = {
  s: 1,
  с: 1,
  m: 60,
  min: 60,
  м: 60,
  мин: 60,
  h: 3600,
  ч: 3600,
  d: 86_400,
  д: 86_400,
};

const UNTIL_NEXT = /^(until[- ]next|до[- ]следующего)$/iu;

/** Reads `90s`, `30m`, `8h`, `2d`, `until-next`, and the same in Russian (`8ч`, `до-следующего`). */
export function parseAnswering(
  written: string,
): { readonly ok: true; readonly answering: Answering } | { ok: false; fault: AnsweringFault } {
  const given = written.trim();
  if (UNTIL_NEXT.test(given)) return { ok: true, answering: { type: 'until-next' } };
  const match = /^(\d{1,7})\s*(\p{L}+)$/u.exec(given.toLowerCase());
  const unit = match?.[2] && UNITS[match[2]];
  if (!match || !unit) return { ok: false, fault: { code: 'answering-invalid', given } };
  const seconds = Number(match[1]) * unit;
  if (seconds < SHORTEST_ANSWERING_SECONDS) {
    return { ok: false, fault: { code: 'answering-too-short', given } };
  }
  if (seconds > LONGEST_ANSWERING_SECONDS) {
    return { ok: false, fault: { code: 'answering-too-long', given } };
  }
  return { ok: true, answering: { type: 'for', seconds } };
}

/** The way `parseAnswering` reads back: the largest unit that divides evenly. */
export function writeAnswering(answering: Answering): string {
  if (answering.type === 'until-next') return 'until-next';
  const { seconds } = answering;
  for (const [unit, size] of [
    ['d', 86_400],
    ['h', 3600],
    ['m', 60],
  ] as const) {
    if (seconds % size === 0) return `${seconds / size}${unit}`;
  }
  return `${seconds}s`;
}
