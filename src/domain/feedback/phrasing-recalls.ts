import type { Counting, Strengths } from './strengths.ts';
import type { Phrasing, PhrasingTerm } from './vocabulary.ts';

/** A term in one of a point's phrasings. */
interface Use extends PhrasingTerm {
  /** Which of the phrasings. */
  readonly phrasing: number;
}

/** Where some phrasings have each term, by the term's number. */
export type Uses = ReadonlyMap<number, readonly Use[]>;

export function usesOf(phrasings: readonly Phrasing[]): Uses {
  const uses = new Map<number, Use[]>();
  phrasings.forEach(({ terms }, phrasing) => {
    for (const term of terms) {
      const known = uses.get(term.number) ?? [];
      uses.set(term.number, [...known, { ...term, phrasing }]);
    }
  });
  return uses;
}

interface Phrased {
  readonly phrasings: readonly Phrasing[];
  readonly uses: Uses;
}

/**
 * The share of each phrasing that is met. It goes from the few terms that are met to the phrasings that have them,
 * since most phrasings of most points have none.
 */
export function recallsOfPhrasings(
  { phrasings, uses }: Phrased,
  strengths: Strengths,
  counting: Counting,
): Float64Array {
  const met = new Float64Array(phrasings.length);
  for (const term of strengths) {
    for (const { phrasing, weight, polarity } of uses.get(term.number) ?? []) {
      met[phrasing] = (met[phrasing] ?? 0) + weight * counting(term, polarity);
    }
  }
  phrasings.forEach(({ total }, at) => {
    if (total > 0) met[at] = (met[at] ?? 0) / total;
  });
  return met;
}
