/** How the rows of a table name their right option. */
type Naming = (options: readonly string[], cell: string) => readonly string[] | undefined;

const LETTERS = 'abcdefghij';
const CYRILLIC = 'абвгдежзик';

/** Several of them stand in a line each. */
const byText: Naming = (options, cell) => {
  const found = cell.split('\n').map((line) => {
    const [only, ...others] = options.filter((option) => tidy(option) === tidy(line));
    return others.length === 0 ? only : undefined;
  });
  return found.every((option) => option !== undefined) ? found : undefined;
};

const byLetter: Naming = (options, cell) =>
  each(options, cell, (mark) =>
    mark.length === 1 ? Math.max(LETTERS.indexOf(mark), CYRILLIC.indexOf(mark)) : -1,
  );

const byNumber =
  (first: number): Naming =>
  (options, cell) =>
    each(options, cell, (mark) => (/^\d$/.test(mark) ? Number(mark) - first : -1));

/** Where two of them would do for a table, the one that stands first is meant. */
const NAMINGS: readonly Naming[] = [byLetter, byText, byNumber(1), byNumber(0)];

export interface TableChoice {
  /** In their order; an empty one is none, so that a row may have fewer than others. */
  readonly options: readonly string[];
  readonly correct: string;
}

/**
 * The right options of each choice of a table, which names them all in one way: by letter, by text or by
 * number. Undefined for those whose answer is none of their options.
 */
export function rightOptions(
  choices: readonly TableChoice[],
): readonly (readonly string[] | undefined)[] {
  const ways = NAMINGS.map((naming) => {
    const found = choices.map(({ options, correct }) => naming(options, correct));
    return { found, count: found.filter((one) => one !== undefined).length };
  });
  const best = ways.reduce((first, second) => (second.count > first.count ? second : first));
  return choices.map(
    (choice, index) => best.found[index] ?? byText(choice.options, choice.correct),
  );
}

/** Characters of a cell that names options by letter or number; a longer one is a text. */
const LONGEST_MARKS = 100;

/** `a`, `B)`, `Option 2`, or several of them. */
function each(
  options: readonly string[],
  cell: string,
  placeOf: (mark: string) => number,
): readonly string[] | undefined {
  if (cell.length > LONGEST_MARKS) return undefined;
  const marks = tidy(cell)
    .split(/[\s,;&/]+/)
    .filter((mark) => mark !== '' && !/^(option|choice|answer|вариант|ответ|and|и)$/.test(mark))
    .map((mark) => mark.replace(/[().:]/g, ''));
  const found = marks.map((mark) => options[placeOf(mark)] ?? '');
  return found.length > 0 && found.every((option) => option !== '') ? found : undefined;
}

const tidy = (text: string): string => text.trim().toLowerCase();

/** The question with its options in a list under it, each behind its letter. */
export function withOptions(question: string, options: readonly string[]): string {
  const lines = options.map(
    (option, index) => `- ${(LETTERS[index] ?? '?').toUpperCase()}) ${option}`,
  );
  return `${question}\n\n${lines.join('\n')}`;
}
