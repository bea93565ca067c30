import type { Uses } from './phrasing-recalls.ts';
import type { Phrasing, PhrasingTerm } from './vocabulary.ts';

/** A key point as answers are compared with it. */
export interface CompiledPoint {
  readonly id: string;
  /** Its own, and what the reference answer says of it; none is without a term. */
  readonly phrasings: readonly Phrasing[];
  readonly uses: Uses;
  /** Every term of its own phrasings, by its number. */
  readonly pool: ReadonlyMap<number, PhrasingTerm>;
  /** What a phrasing of its own weighs on average. */
  readonly usual: number;
  /** Whether its label speaks of all of something, or of a part. */
  readonly quantity: Quantity;
  /** The sentences of the reference answer that say it, as they are written. */
  readonly reference: readonly string[];
}

export type Quantity = 'all' | 'part' | undefined;
