import { createScriptStemmer } from '../text/stems.ts';
import { factsOf, foldWord, GROUPS, NUMBER_WORDS, type WordFacts } from './word-lists.ts';

/** A word as it is compared. */
export interface Term {
  /** As it is looked up in lists. */
  readonly text: string;
  readonly facts: WordFacts;
  readonly stem: string;
  /** Only words have forms, slips and words of like meaning; numbers have values, and signs are what they are. */
  readonly kind: 'word' | 'number' | 'sign';
}

/** Makes terms of words. Finding a stem is slow, so it remembers what it made of each written form. */
export type TermMaker = (word: string) => Term;

/** More than a language's decks and answers hold; beyond it somebody sends made-up words. */
const MOST_REMEMBERED = 50_000;

/** No word of a language is longer; a made-up one would be kept for nothing. */
const LONGEST_REMEMBERED = 64;

export function createTermMaker(): TermMaker {
  const stem = createScriptStemmer();
  const known = new Map<string, Term>();
  return (word) => {
    const found = known.get(word);
    if (found) return found;
    const term = termOf(foldWord(word), stem);
    if (known.size >= MOST_REMEMBERED) known.clear();
    if (word.length <= LONGEST_REMEMBERED) known.set(word, term);
    return term;
  };
}

function termOf(text: string, stem: (word: string) => string): Term {
  return { text, facts: factsOf(text), ...comparedAs(text, stem) };
}

function comparedAs(word: string, stem: (word: string) => string): Pick<Term, 'stem' | 'kind'> {
  const plain = plainNumber(NUMBER_WORDS.get(word) ?? word.replace(/'s$/, ''));
  if (/^\d+(\.\d+)?$/.test(plain)) return { stem: plain, kind: 'number' };
  if (!/\p{L}/u.test(plain) || /\p{N}/u.test(plain)) return { stem: plain, kind: 'sign' };
  return { stem: stem(plain), kind: 'word' };
}

/** `65536` for `65,536`, and `0.39` for `0,39`; no thousands come after a lone nought. */
function plainNumber(word: string): string {
  return word.replaceAll(/(?<!^0),(\d{3})(?!\d)/g, '$1').replace(',', '.');
}

type GroupsByStem = ReadonlyMap<string, readonly number[]>;

function groupsByStem(): GroupsByStem {
  const maker = createTermMaker();
  const groups = new Map<string, number[]>();
  GROUPS.forEach((words, group) => {
    for (const stem of new Set(words.map((word) => maker(word).stem))) {
      groups.set(stem, [...(groups.get(stem) ?? []), group]);
    }
  });
  return groups;
}

/** Made when it is first asked for: to find all these stems would take a twentieth of a start. */
let known: GroupsByStem | undefined;

/** The groups of words of like meaning in which a term stands. */
export function groupsOf({ stem }: Term): readonly number[] {
  known ??= groupsByStem();
  return known.get(stem) ?? [];
}
