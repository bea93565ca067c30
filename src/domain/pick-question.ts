import { createHash } from 'node:crypto';

export interface Candidate {
  readonly id: number;
  readonly slug: string;
  /** Comes only when nothing else is left to ask. */
  readonly classic?: boolean;
}

export interface AskedQuestion {
  readonly questionId: number;
  readonly cycle: number;
}

export interface Pick {
  readonly questionId: number;
  /** Which time through the deck this is, from 1. */
  readonly cycle: number;
}

/**
 * The question a track's next round asks: none comes again until all that are in the pool have been
 * asked, then a new cycle starts in another order. The order is a hash of the track's seed, the cycle
 * and the slug, so it needs no stored shuffle and survives changes of the deck. Classics close a cycle.
 * `asked` is the track's history, oldest first. Undefined for an empty pool.
 */
export function pickQuestion(
  pool: readonly Candidate[],
  asked: readonly AskedQuestion[],
  seed: string,
): Pick | undefined {
  const last = asked.at(-1);
  const cycle = last?.cycle ?? 1;
  const used = new Set(asked.filter((a) => a.cycle === cycle).map((a) => a.questionId));
  const left = pool.filter((candidate) => !used.has(candidate.id));
  if (left.length > 0) return { questionId: first(left, seed, cycle).id, cycle };
  if (pool.length === 0) return undefined;
  // The question just asked does not open the new cycle, unless it is the only one.
  const fresh = pool.filter((candidate) => candidate.id !== last?.questionId);
  const from = fresh.length > 0 ? fresh : pool;
  return { questionId: first(from, seed, cycle + 1).id, cycle: cycle + 1 };
}

/** Those that come before the classics; the classics where nothing else is left. */
export function beforeClassics<T extends { readonly classic?: boolean | undefined }>(
  candidates: readonly T[],
): readonly T[] {
  const others = candidates.filter(({ classic }) => !classic);
  return others.length > 0 ? others : candidates;
}

function first(from: readonly Candidate[], seed: string, cycle: number): Candidate {
  const ranked = beforeClassics(from).map((candidate) => ({
    candidate,
    rank: rankOf(candidate, seed, cycle),
  }));
  return ranked.reduce((best, next) => (next.rank < best.rank ? next : best)).candidate;
}

function rankOf(candidate: Candidate, seed: string, cycle: number): string {
  return createHash('sha256').update(`${seed}:${cycle}:${candidate.slug}`).digest('hex');
}
