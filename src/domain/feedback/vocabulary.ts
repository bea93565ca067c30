import type { Lexicon } from './lexicon.ts';
import type { Content } from './read-text.ts';
import type { Term } from './term.ts';

/** A term of a phrasing, by its number in the rubric's vocabulary. */
export interface PhrasingTerm {
  readonly number: number;
  readonly weight: number;
  readonly polarity: Polarity;
}

/** Whether a phrasing negates a term; phrasings together may do both. */
export type Polarity = 'affirmed' | 'negated' | 'either';

/** One way to say a point. */
export interface Phrasing {
  readonly terms: readonly PhrasingTerm[];
  /** What its terms weigh together, or more where that is too little to prove anything: see `phrasing`. */
  readonly total: number;
}

/** The terms of a rubric, numbered, and what each weighs in it. */
export interface Vocabulary {
  readonly terms: readonly Term[];
  /**
   * A phrasing asks for at least as much as one rare word tells. Else "more data", of which `data` is left, would be
   * met by every answer that has that word in it.
   */
  phrasing(content: readonly Content[]): Phrasing;
}

/** A term that the question itself names proves little. */
const ASKED_WEIGHT = 0.25;

/** A phrasing made of the question's words alone cannot be met whole. */
const LEAST_SHARE = 0.3;

interface Weighing {
  readonly lexicon: Lexicon;
  readonly isAsked: (term: Term) => boolean;
  /** In how many of the question's points a stem stands. */
  readonly pointsWith: ReadonlyMap<string, number>;
}

export function createVocabulary({ lexicon, isAsked, pointsWith }: Weighing): Vocabulary {
  const terms: Term[] = [];
  const known = new Map<string, { readonly number: number; readonly weight: number }>();
  const enter = (term: Term) => {
    const found = known.get(term.stem);
    if (found) return found;
    const share = (isAsked(term) ? ASKED_WEIGHT : 1) / Math.max(1, pointsWith.get(term.stem) ?? 0);
    const entry = { number: terms.length, weight: lexicon.rarityOf(term.stem) * share };
    terms.push(term);
    known.set(term.stem, entry);
    return entry;
  };
  return {
    terms,
    phrasing(content) {
      const unique = new Map(content.toReversed().map((one) => [one.term.stem, one]));
      const phrased = [...unique.values()].map(({ term, negated }): PhrasingTerm => {
        return { ...enter(term), polarity: negated ? 'negated' : 'affirmed' };
      });
      const rare = sum([...unique.values()].map(({ term }) => lexicon.rarityOf(term.stem)));
      const weight = sum(phrased.map(({ weight }) => weight));
      return { terms: phrased, total: Math.max(weight, LEAST_SHARE * rare, lexicon.mostRare) };
    },
  };
}

/** Every term of some phrasings once, by its number, in whatever polarity it stands there. */
export function poolOf(phrasings: readonly Phrasing[]): ReadonlyMap<number, PhrasingTerm> {
  const pool = new Map<number, PhrasingTerm>();
  for (const term of phrasings.flatMap(({ terms }) => terms)) {
    const before = pool.get(term.number);
    const both = before !== undefined && before.polarity !== term.polarity;
    pool.set(term.number, both ? { ...term, polarity: 'either' } : term);
  }
  return pool;
}

export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);
