import { seededChance } from './memory/chance.ts';
import type { Option } from './question.ts';

/** An option as people are shown it. */
export interface ShownOption extends Option {
  /** `A`, `B` …, by where it is shown. */
  readonly letter: string;
  /** Where it stands in the deck, which is what a button bears and a choice is kept as. */
  readonly index: number;
}

/**
 * The options in an order that the seed decides, so that the right one stands in no usual place; as they are
 * written where one of them speaks of the others by their places.
 */
export function shownOptions(options: readonly Option[], seed: string): readonly ShownOption[] {
  const chance = seededChance(`options:${seed}`);
  const isFixed = options.some(({ text }) => SPEAKS_OF_OTHERS.some((sign) => sign.test(text)));
  const drawn = options.map((option, index) => ({ option, index, at: isFixed ? index : chance() }));
  return drawn
    .toSorted((one, other) => one.at - other.at)
    .map(({ option, index }, at) => ({ ...option, index, letter: LETTERS[at] ?? '?' }));
}

const LETTERS = 'ABCDEFGHIJ';

const SPEAKS_OF_OTHERS: readonly RegExp[] = [
  /\b(of|all) (the above|these)\b/i,
  /(выше|ниже)?перечисленн/i,
  // `Both A and C`, `1, 2 and 3`, `А и Б`.
  /^\P{L}*?(both |only |и |только )?([a-jа-и]|\d)(, ?([a-jа-и]|\d))*,? (and|or|и|или) ([a-jа-и]|\d)( only)?\P{L}*$/iu,
];

export const hasSeveralRight = (options: readonly Option[]): boolean =>
  options.filter(({ right }) => right).length > 1;

/** What a press does to a choice: it says what stands afterwards, so that a second one changes nothing. */
export interface ChoiceChange {
  readonly index: number;
  readonly type: 'take' | 'drop';
}

/** The choice after a press; undefined where the question has no such option or nothing would be left. */
export function changeChoice(
  options: readonly Option[],
  before: readonly number[],
  { index, type }: ChoiceChange,
): readonly number[] | undefined {
  if (!options[index]) return undefined;
  const others = before.filter((one) => one !== index);
  if (type === 'drop') return others.length > 0 ? others : undefined;
  return hasSeveralRight(options) ? [...others, index].toSorted((a, b) => a - b) : [index];
}

/** Partly: some of several right options, or a wrong one beside them. */
export type Judgement = 'right' | 'partly' | 'wrong';

export function judgeChoice(options: readonly Option[], picked: readonly number[]): Judgement {
  const right = options.flatMap((option, index) => (option.right ? [index] : []));
  const found = picked.filter((index) => right.includes(index));
  if (found.length === 0) return 'wrong';
  return found.length === right.length && found.length === picked.length ? 'right' : 'partly';
}

/** How the choices of a round fell. */
export interface Tally {
  readonly people: number;
  /** By the option's place in the deck. */
  readonly votes: ReadonlyMap<number, number>;
}

export function tallyChoices(choices: readonly (readonly number[])[]): Tally {
  const votes = new Map<number, number>();
  for (const index of choices.flat()) votes.set(index, (votes.get(index) ?? 0) + 1);
  return { people: choices.length, votes };
}
