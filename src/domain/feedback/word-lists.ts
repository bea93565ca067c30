import lists from './words.json' with { type: 'json' };

const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(foldWord));

/** A word as it is looked up: case, ё and е, and the form of an apostrophe make no difference. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  // Most words need nothing else, and this is done for each word of each answer.
  if (!/[ё’ʼ]/.test(lower)) return lower;
  return lower.replaceAll('ё', 'е').replaceAll(/[’ʼ]/g, "'");
}

const STOP_WORDS = setOf(lists.stop);
const CONJUNCTIONS = setOf(lists.conj);
const NEGATIONS = setOf(lists.neg);
const AFFIRM_AFTER_NEGATION = setOf(lists.notOnly);
const ASIDES = setOf(lists.aside);
const ALL = setOf(lists.quantAll);
const PART = setOf(lists.quantPart);
const SUBORDINATES = setOf(lists.subordinate);
const DENIALS = lists.deniesNext.map((words) => words.split(' ').map(foldWord));

export const ABBREVIATIONS = setOf(lists.abbr);

/** `7` for `seven`. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(Object.entries(lists.numberWords));

/** Groups of words that people use for the same thing. */
export const GROUPS: readonly (readonly string[])[] = lists.syn;

/** What the lists say of a word, whatever stands around it. */
export interface WordFacts {
  /** It has no meaning of its own. */
  readonly isFunction: boolean;
  /** It opens a clause. */
  readonly isConjunction: boolean;
  /** It negates its clause. */
  readonly negates: boolean;
  /** "Not only the weights": it makes the negation before it affirm. */
  readonly affirmsNegation: boolean;
  /** "The weights, of course, do not change": it says nothing by itself between commas. */
  readonly isAside: boolean;
  /** It speaks of all of something, or of a part. */
  readonly all: boolean;
  readonly part: boolean;
  /** "Она не измеряет, насколько …": a comma before it does not end what is negated. */
  readonly subordinates: boolean;
  /** "Неверно, что …": with such a word after it, it negates the clause that they open. */
  readonly deniesWith: readonly string[];
}

/** Most words stand in no list, and this is asked for each word of each answer. */
const LISTED = new Map(listedWords().map((word) => [word, lookUp(word)]));
const UNLISTED = lookUp('');
const UNLISTED_NEGATION = lookUp("n't");

export const factsOf = (word: string): WordFacts =>
  LISTED.get(word) ?? (word.endsWith("n't") ? UNLISTED_NEGATION : UNLISTED);

function listedWords(): readonly string[] {
  const sets = [STOP_WORDS, CONJUNCTIONS, NEGATIONS, AFFIRM_AFTER_NEGATION];
  const more = [ASIDES, ALL, PART, SUBORDINATES, DENIALS.map(([first = '']) => first)];
  return [...sets, ...more].flatMap((words) => [...words]);
}

function lookUp(word: string): WordFacts {
  const negates = NEGATIONS.has(word) || word.endsWith("n't");
  const isConjunction = CONJUNCTIONS.has(word);
  return {
    isFunction: STOP_WORDS.has(word) || isConjunction || negates,
    isConjunction,
    negates,
    affirmsNegation: AFFIRM_AFTER_NEGATION.has(word),
    isAside: ASIDES.has(word) || (STOP_WORDS.has(word) && !isConjunction && !negates),
    all: ALL.has(word),
    part: PART.has(word),
    subordinates: SUBORDINATES.has(word),
    deniesWith: DENIALS.flatMap(([first, second = '']) => (first === word ? [second] : [])),
  };
}
