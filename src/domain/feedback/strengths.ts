import type { ReadText } from './read-text.ts';
import type { TermIndex } from './term-index.ts';
import type { Polarity } from './vocabulary.ts';

/** A term of a vocabulary, by its number, and how well a stretch of an answer meets it at best. */
interface MetTerm {
  readonly number: number;
  /** In clauses that affirm what they say. */
  readonly affirmed: number;
  readonly negated: number;
}

/** The terms that a stretch meets, by their numbers: of a whole vocabulary, very few. */
export type Strengths = readonly MetTerm[];

/** How much it counts that a term is met, for a phrasing that has it in this polarity. */
export type Counting = (met: MetTerm, polarity: Polarity) => number;

export const plainly: Counting = ({ affirmed, negated }) => Math.max(affirmed, negated);

/** What is left of a term where one side affirms it and the other negates it. */
const CROSSED = 0.25;

/** A term that is negated on one side only counts little. */
export const byPolarity: Counting = ({ affirmed, negated }, polarity) => {
  if (polarity === 'either') return Math.max(affirmed, negated);
  if (polarity === 'affirmed') return Math.max(affirmed, CROSSED * negated);
  return Math.max(negated, CROSSED * affirmed);
};

/** The strengths of each sentence of a text. */
export function strengthsOf(
  { content, sentences }: Pick<ReadText, 'content' | 'sentences'>,
  find: TermIndex,
): readonly Strengths[] {
  const all = sentences.map(() => new Map<number, MetTerm>());
  for (const { term, sentence, negated } of content) {
    for (const { term: number, strength } of find(term)) {
      const said = { number, affirmed: negated ? 0 : strength, negated: negated ? strength : 0 };
      raise(all[sentence], said);
    }
  }
  return all.map(inOrder);
}

/** The strengths of two stretches together. */
export function joinStrengths(one: Strengths, other: Strengths): Strengths {
  const all = new Map<number, MetTerm>();
  for (const met of [...one, ...other]) raise(all, met);
  return inOrder(all);
}

function raise(known: Map<number, MetTerm> | undefined, met: MetTerm): void {
  const { number } = met;
  const before = known?.get(number) ?? met;
  const affirmed = Math.max(before.affirmed, met.affirmed);
  known?.set(number, { number, affirmed, negated: Math.max(before.negated, met.negated) });
}

/** One order, so that what is summed up over the same terms is the same to the last digit. */
const inOrder = (strengths: ReadonlyMap<number, MetTerm>): Strengths =>
  [...strengths.values()].sort((one, other) => one.number - other.number);
