/** How long a round stays open: a fixed time, or until the track's next round is due. */
export type Answering =
  { readonly type: 'for'; readonly seconds: number } | { readonly type: 'until-next' };

export type AnsweringFault = {
  readonly code: 'answering-invalid' | 'answering-too-short' | 'answering-too-long';
  readonly given: string;
};

export const SHORTEST_ANSWERING_SECONDS = 30;
export const LONGEST_ANSWERING_SECONDS = 31 * 24 * 3600;

/** Seconds by the ways people write a unit, in English and in Russian. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ...unit(1, 's sec second seconds с сек секунда секунды секунд'),
  ...unit(60, 'm min minute minutes м мин минута минуты минут'),
  ...unit(3600, 'h hour hours ч час часа часов'),
  ...unit(86_400, 'd day days д день дня дней'),
]);

function unit(seconds: number, names: string): readonly (readonly [string, number])[] {
  return names.split(' ').map((name) => [name, seconds]);
}

const UNTIL_NEXT = /^(until[- ]next|до[- ]следующего)$/iu;

/** Reads `90s`, `30m`, `8h`, `2d`, `until-next`, and the same in Russian (`8ч`, `до-следующего`). */
export function parseAnswering(
  written: string,
): { readonly ok: true; readonly answering: Answering } | { ok: false; fault: AnsweringFault } {
  const given = written.trim();
  if (UNTIL_NEXT.test(given)) return { ok: true, answering: { type: 'until-next' } };
  const match = /^(\d{1,7})\s*(\p{L}+)$/u.exec(given.toLowerCase());
  const unit = UNITS.get(match?.[2] ?? '');
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

/** The way `parseAnswering` reads back. */
export function writeAnswering(answering: Answering): string {
  if (answering.type === 'until-next') return 'until-next';
  const { count, unit } = inLargestUnit(answering.seconds);
  return `${count}${unit.charAt(0)}`;
}

export type TimeUnit = 'second' | 'minute' | 'hour' | 'day';

/** Seconds in the largest unit that divides them evenly. */
export function inLargestUnit(seconds: number): {
  readonly count: number;
  readonly unit: TimeUnit;
} {
  for (const [unit, size] of [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const) {
    if (seconds % size === 0) return { count: seconds / size, unit };
  }
  return { count: seconds, unit: 'second' };
}
