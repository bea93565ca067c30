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

/** Reads `90s`, `30m`, `8h`, `2d` and the same in Russian, such as `8ч`, as seconds; undefined: it is no time. */
export function parseDuration(written: string): number | undefined {
  const [, count, name = ''] = /^(\d{1,7})\s*(\p{L}+)$/u.exec(written.trim().toLowerCase()) ?? [];
  const seconds = UNITS.get(name);
  return seconds === undefined ? undefined : Number(count) * seconds;
}

/** The way `parseDuration` reads back. */
export function writeDuration(seconds: number): string {
  const { count, unit } = inLargestUnit(seconds);
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
