import { seenText } from '../../domain/answer-text.ts';

/** An option as somebody's file offers it. */
export interface Offered {
  readonly text: string;
  /** What its file calls it, by which the answer may name it. */
  readonly marks?: readonly string[];
  readonly right?: boolean;
  /** Why it is right or wrong. */
  readonly why?: string;
}

/** The options of a row, and what the row says of which is right. */
export interface FileChoice {
  /** In their order; an empty one is none, so that a row may have fewer than others. */
  readonly offered: readonly Offered[];
  readonly correct: string;
}

type Places = readonly number[];

/** How the rows of a table name their right options. */
type Naming = (choice: FileChoice) => Places | undefined;

const LETTERS = 'abcdefghij';
const CYRILLIC = 'абвгдежзик';

const tidy = (text: string): string => text.trim().toLowerCase();

/** Each line names one option; undefined where it names none or two of them. */
const byLine =
  (isNamed: (option: Offered, line: string) => boolean): Naming =>
  ({ offered, correct }) => {
    const lines = correct.split('\n');
    if (lines.length > offered.length) return undefined;
    const found = lines.map((line) => {
      const places = offered.flatMap((option, at) => (isNamed(option, tidy(line)) ? [at] : []));
      return places.length === 1 ? places[0] : undefined;
    });
    return found.every((place) => place !== undefined) ? found : undefined;
  };

const byMark = byLine(({ marks = [] }, line) => marks.some((mark) => tidy(mark) === line));

const byText = byLine(
  ({ text }, line) => tidy(text) === line || tidy(withoutLetter(text)) === line,
);

const byLetter: Naming = (choice) =>
  each(choice, (mark) =>
    mark.length === 1 ? Math.max(LETTERS.indexOf(mark), CYRILLIC.indexOf(mark)) : -1,
  );

const byNumber =
  (first: number): Naming =>
  (choice) =>
    each(choice, (mark) => (/^\d{1,2}$/.test(mark) ? Number(mark) - first : -1));

/** The number of the first option. */
export type FirstNumber = 0 | 1;

export interface RightOptions {
  /** Of each choice; undefined for one whose answer is none of its options. */
  readonly places: readonly (Places | undefined)[];
  /** Set where the answers are numbers that would do for either first number: the one that was believed. */
  readonly believed?: FirstNumber;
}

/**
 * The right options of each choice of a file, which names them all in one way: by mark, by letter, by text or
 * by number. Where two of these would do, the one that is tried first is meant.
 */
export function rightOptions(
  choices: readonly FileChoice[],
  likely: FirstNumber = 1,
): RightOptions {
  const ways = [byMark, byLetter, byText, byNumber(likely), byNumber(1 - likely)].map((naming) => {
    const found = choices.map(naming);
    return { found, count: found.filter((one) => one !== undefined).length };
  });
  const best = ways.reduce((first, second) => (second.count > first.count ? second : first));
  const [likelier, other] = ways.slice(-2);
  const places = choices.map((choice, index) => best.found[index] ?? byText(choice));
  const isDoubtful = best === likelier && other?.count === best.count && best.count > 0;
  return { places, ...(isDoubtful && { believed: likely }) };
}

/** Characters of a cell that names options by letter or number; a longer one is a text. */
const LONGEST_MARKS = 100;

/** `a`, `B)`, `Option 2`, or several of them. */
function each(
  { offered, correct }: FileChoice,
  placeOf: (mark: string) => number,
): Places | undefined {
  if (correct.length > LONGEST_MARKS) return undefined;
  const marks = tidy(correct)
    .split(/[\s,;&/]+/)
    .filter((mark) => mark !== '' && !/^(option|choice|answer|вариант|ответ|and|и)$/.test(mark))
    .map((mark) => mark.replace(/[().:]/g, ''));
  const found = marks.map(placeOf);
  return found.length > 0 && found.every((place) => offered[place]) ? found : undefined;
}

/** `A) text`, `(b) text`, `3. text`. */
const LETTERED = /^\s*\(?([a-jа-ик]|10|[1-9])[).:]\s+(?=\S)/i;

const withoutLetter = (text: string): string => text.replace(LETTERED, '');

/** The options without letters of their own, if all of them have one: a round gives them others. */
export function withoutLetters(offered: readonly Offered[]): readonly Offered[] {
  const isLettered = offered.every(({ text }, at) => letterPlace(text) === at);
  return isLettered
    ? offered.map((option) => ({ ...option, text: withoutLetter(option.text) }))
    : offered;
}

function letterPlace(text: string): number {
  const mark = LETTERED.exec(text)?.[1]?.toLowerCase() ?? '';
  if (/^\d/.test(mark)) return Number(mark) - 1;
  return mark === '' ? -1 : Math.max(LETTERS.indexOf(mark), CYRILLIC.indexOf(mark));
}

/** All options of one cell: a line each, or divided by bars, by semicolons or by their letters. */
export function optionsInCell(cell: string): readonly Offered[] {
  const parts = DIVIDERS.map((divider) => cell.split(divider).map(seenText));
  const found = parts.find((texts) => texts.filter(Boolean).length > 1) ?? [cell];
  return found.filter(Boolean).map((text) => ({ text }));
}

const DIVIDERS = [/\n/, /\s*\|\s*/, /\s*;\s*/, /\s+(?=\(?[b-jб-ик]\)\s)/i];

export const letterAt = (place: number): string => (LETTERS[place] ?? '?').toUpperCase();

/** The question with its options in a list under it, each behind its letter. */
export function withOptions(question: string, options: readonly string[]): string {
  const lines = options.map((option, place) => `- ${letterAt(place)}) ${option}`);
  return `${question}\n\n${lines.join('\n')}`;
}

/** Wrong options and right ones, in an order that gives nothing away. */
export const mixed = (wrong: readonly string[], right: readonly string[]): readonly Offered[] =>
  [...wrong.map((text) => ({ text })), ...right.map((text) => ({ text, right: true }))].sort(
    (one, other) => (one.text < other.text ? -1 : 1),
  );
