/** A time of the day, and the words that stand before or after it. */
export interface TimeInWords {
  readonly words: string;
  readonly hour: number;
  readonly minute: number;
  /** False for a number alone, which may be something else than an hour. */
  readonly sure: boolean;
}

const HOURS = String.raw`(?:o['’]clock|час(?:а|ов)?|ч\.?)`;
const PART = String.raw`(?:(?:a|p)m|(?:a|p)\.m\.?|утра|дня|вечера|ночи)`;
const CLOCK =
  String.raw`(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?` +
  String.raw`(?:\s?(?<hours>${HOURS}))?(?:\s?(?<part>${PART}))?`;

const LAST = new RegExp(String.raw`^(?<words>.*?)[\s,]*(?:(?<!\p{L})(?:at|в)\s+)?${CLOCK}$`, 'u');
const FIRST = new RegExp(String.raw`^(?:(?:at|в)\s+)?${CLOCK}[\s,]+(?<words>.+)$`, 'u');

/**
 * The time at the end or at the beginning of a text in lower case: `10:00`, `9:30 pm`, `9am`,
 * «в 9 утра», `at 10`. Undefined where there is none, or none that a clock shows.
 */
export function timeInWords(text: string): TimeInWords | undefined {
  const found = groupsIn(text);
  if (!found) return undefined;
  const { words = '', minute, hours, part } = found;
  const hour = hourOfDay(Number(found['hour']), part?.replaceAll('.', ''));
  if (hour === undefined || Number(minute ?? 0) > 59) return undefined;
  const sure = (minute ?? hours ?? part) !== undefined;
  return { words, hour, minute: Number(minute ?? 0), sure };
}

const groupsIn = (text: string) => (LAST.exec(text) ?? FIRST.exec(text))?.groups;

/** Numbers in the place of a time that no clock shows, such as `25:00` and `13 pm`, and the words beside them. */
export function impossibleTime(
  text: string,
): { readonly words: string; readonly written: string } | undefined {
  const found = groupsIn(text);
  if (!found || timeInWords(text)) return undefined;
  const { words = '', minute, hours, part } = found;
  if (words === '' && (minute ?? hours ?? part) === undefined) return undefined;
  const written = text.replace(words, '').replace(/^[\s,]*(?:(?:at|в)\s+)?|[\s,]+$/gu, '');
  return { words, written };
}

/** Which hours each part of the day has, `from` and `to` included, and how far they are moved. */
const PARTS: ReadonlyMap<string, readonly (readonly [from: number, to: number, by: number])[]> =
  new Map([
    [
      'am',
      [
        [1, 11, 0],
        [12, 12, -12],
      ],
    ],
    [
      'pm',
      [
        [1, 11, 12],
        [12, 12, 0],
      ],
    ],
    ['утра', [[1, 11, 0]]],
    [
      'дня',
      [
        [12, 12, 0],
        [1, 5, 12],
      ],
    ],
    ['вечера', [[4, 11, 12]]],
    [
      'ночи',
      [
        [12, 12, -12],
        [1, 5, 0],
        [10, 11, 12],
      ],
    ],
  ]);

function hourOfDay(written: number, part: string | undefined): number | undefined {
  if (part === undefined) return written <= 23 ? written : undefined;
  const range = PARTS.get(part)?.find(([from, to]) => from <= written && written <= to);
  return range && written + range[2];
}
