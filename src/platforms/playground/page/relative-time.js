// @ts-check

/** @type {readonly [Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/**
 * "in 3 hours", in the largest unit of which there is one and a half, so that nothing rounds to
 * "tomorrow" while it is today. The page and the server that first fills it say it alike.
 *
 * @param {Date} at
 * @param {Date} now
 * @param {string} language
 */
export function relativeTime(at, now, language) {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size * 1.5) ?? ['minute', 60];
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return words.format(Math.trunc(seconds / size), unit);
}
