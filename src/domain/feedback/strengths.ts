import type { Content } from './read-text.ts';
import type { Met, TermIndex } from './term-index.ts';
import type { Phrasing, PhrasingTerm } from './vocabulary.ts';

/** How well a stretch of an answer meets each term of a vocabulary, by its number, at best. */
export interface Strengths {
  /** In clauses that affirm what they say. */
  readonly affirmed: Float64Array;
  readonly negated: Float64Array;
}

/** How well one term of a phrasing is met. */
export type Meets = (term: PhrasingTerm) => number;

/** What is left of a term where one side affirms it and the other negates it. */
const CROSSED = 0.25;

export const plainly =
  ({ affirmed, negated }: Strengths): Meets =>
  ({ number }) =>
    Math.max(affirmed[number] ?? 0, negated[number] ?? 0);

/** The same, where a term that is negated on one side only counts little. */
export const byPolarity =
  ({ affirmed, negated }: Strengths): Meets =>
  ({ number, polarity }) => {
    const [said, denied] = [affirmed[number] ?? 0, negated[number] ?? 0];
    if (polarity === 'either') return Math.max(said, denied);
    return polarity === 'affirmed'
      ? Math.max(said, CROSSED * denied)
      : Math.max(denied, CROSSED * said);
  };

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
  {
    content,
    sentences,
  }: { readonly content: readonly Content[]; readonly sentences: readonly unknown[] },
  { find, size }: { readonly find: TermIndex; readonly size: number },
): readonly Strengths[] {
  const found = new Map<string, readonly Met[]>();
  const all = sentences.map(() => noStrengths(size));
  for (const { term, sentence, negated } of content) {
    const met = found.get(term.stem) ?? find(term);
    found.set(term.stem, met);
    const strengths = all[sentence]?.[negated ? 'negated' : 'affirmed'];
    if (strengths) raise(strengths, met);
  }
  return all;
}

const noStrengths = (size: number): Strengths => ({
  affirmed: new Float64Array(size),
  negated: new Float64Array(size),
});

function raise(strengths: Float64Array, met: readonly Met[]): void {
  for (const { term, strength } of met) {
    strengths[term] = Math.max(strengths[term] ?? 0, strength);
  }
}

/** The strengths of two stretches together. */
export function joinStrengths(one: Strengths, other: Strengths): Strengths {
  const best = (a: Float64Array, b: Float64Array) =>
    a.map((value, at) => Math.max(value, b[at] ?? 0));
  return {
    affirmed: best(one.affirmed, other.affirmed),
    negated: best(one.negated, other.negated),
  };
}
