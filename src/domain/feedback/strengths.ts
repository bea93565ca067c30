import type { ReadText } from './read-text.ts';
import type { Met, TermIndex } from './term-index.ts';
import type { Phrasing, PhrasingTerm } from './vocabulary.ts';

/** How well a stretch of an answer meets each term of a vocabulary, by its number, at best. */
export interface Strengths {
  /** In clauses that affirm what they say. */
  readonly affirmed: readonly number[];
  readonly negated: readonly number[];
}

/** How well one term of a phrasing is met. */
export type Meets = (term: PhrasingTerm) => number;

/** What is left of a term where one side affirms it and the other negates it. */
const CROSSED = 0.25;

export function plainly({ affirmed, negated }: Strengths): Meets {
  const best = higher(affirmed, negated);
  return ({ number }) => best[number] ?? 0;
}

/** The same, where a term that is negated on one side only counts little. */
export function byPolarity({ affirmed, negated }: Strengths): Meets {
  return ({ number, polarity }) => {
    const [said, denied] = [affirmed[number] ?? 0, negated[number] ?? 0];
    if (polarity === 'either') return Math.max(said, denied);
    const [own, crossed] = polarity === 'affirmed' ? [said, denied] : [denied, said];
    return Math.max(own, CROSSED * crossed);
  };
}

/** The share of a phrasing that is met. */
export function recallOf({ terms, total }: Phrasing, meets: Meets): number {
  return total === 0 ? 0 : weighMet(terms, meets) / total;
}

export function weighMet(terms: readonly PhrasingTerm[], meets: Meets): number {
  let met = 0;
  for (const term of terms) met += term.weight * meets(term);
  return met;
}

/** The strengths of each sentence of a text. */
export function strengthsOf(
  { content, sentences }: Pick<ReadText, 'content' | 'sentences'>,
  { find, size }: { readonly find: TermIndex; readonly size: number },
): readonly Strengths[] {
  const all = sentences.map(() => ({ affirmed: zeros(size), negated: zeros(size) }));
  for (const { term, sentence, negated } of content) {
    const strengths = all[sentence]?.[negated ? 'negated' : 'affirmed'];
    if (strengths) raise(strengths, find(term));
  }
  return all;
}

const zeros = (size: number): number[] => new Array<number>(size).fill(0);

function raise(strengths: number[], met: readonly Met[]): void {
  for (const { term, strength } of met) {
    if (strength > (strengths[term] ?? 0)) strengths[term] = strength;
  }
}

/** The strengths of two stretches together. */
export function joinStrengths(one: Strengths, other: Strengths): Strengths {
  return {
    affirmed: higher(one.affirmed, other.affirmed),
    negated: higher(one.negated, other.negated),
  };
}

function higher(a: readonly number[], b: readonly number[]): readonly number[] {
  const best = a.slice();
  for (let at = 0; at < best.length; at++) {
    const other = b[at] ?? 0;
    if (other > (best[at] ?? 0)) best[at] = other;
  }
  return best;
}
