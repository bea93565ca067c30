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
export const CONJUNCTIONS = setOf(lists.conj);
export const WORDS_FOR_ALL = setOf(lists.quantAll);
export const WORDS_FOR_PART = setOf(lists.quantPart);
export const ABBREVIATIONS = setOf(lists.abbr);

const FUNCTION_WORDS = new Set([...STOP_WORDS, ...CONJUNCTIONS]);

const NEGATIONS = setOf(lists.neg);

export const isNegation = (word: string): boolean => NEGATIONS.has(word) || word.endsWith("n't");

/** Has a word no meaning of its own? */
export const isFunctionWord = (word: string): boolean =>
  FUNCTION_WORDS.has(word) || isNegation(word);

/** "Not only the weights": such a negation affirms. */
export const AFFIRMS_AFTER_NEGATION = setOf(lists.notOnly);

/** `7` for `seven`. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(Object.entries(lists.numberWords));

/** "Она не измеряет, насколько …": a comma before such a word does not end what is negated. */
export const SUBORDINATES = setOf(lists.subordinate);

/** "Неверно, что …" negates the clause that it opens. */
export const DENIES_WHAT_FOLLOWS = setOf(lists.deniesNext);

/** "The weights, of course, do not change": such a word between commas says nothing by itself. */
export const ASIDES = setOf(lists.aside);

/** Groups of words that people use for the same thing. */
export const GROUPS: readonly (readonly string[])[] = lists.syn;
