import type { CompiledPoint } from './compiled-point.ts';
import {
  byPolarity,
  joinStrengths,
  type Meets,
  plainly,
  recallOf,
  type Strengths,
  weighMet,
} from './strengths.ts';

/** One sentence of an answer, or two that follow each other. What few points look at is made when one does. */
export interface Window {
  readonly first: number;
  readonly last: number;
  readonly plain: () => Meets;
  readonly polar: () => Meets;
}

/** How much a second sentence costs: what is said in one is said more clearly. */
const TWO_SENTENCES = 0.95;

const SECOND_BEST = 0.6;
const MEAN = 0.4;
/** What the best, the second best and the mean come to where a point is said well. */
const WELL_SAID = 1.5;
/** How much of the words of all phrasings, in usual phrasings, is everything one can ask. */
const POOL_IN_PHRASINGS = 1.5;
const OF_PHRASINGS = 0.7;
const OF_POOL = 0.3;

export interface Windows {
  /** A window on each sentence. */
  readonly single: readonly Window[];
  /** A window on each sentence and the one after it. */
  readonly pairs: readonly Window[];
}

export function windowsOf(sentences: readonly Strengths[]): Windows {
  const single = sentences.map((strengths, at) => windowOn(() => strengths, at, at));
  const pairs = sentences
    .slice(1)
    .map((second, at) =>
      windowOn(() => joinStrengths(sentences[at] ?? second, second), at, at + 1),
    );
  return { single, pairs };
}

function windowOn(strengths: () => Strengths, first: number, last: number): Window {
  const made = once(strengths);
  return {
    ...{ first, last },
    plain: once(() => plainly(made())),
    polar: once(() => byPolarity(made())),
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** How well a window says a point, from 0 to 1. */
export function scoreWindow(point: CompiledPoint, window: Window, meets: Meets): number {
  const { phrasings, pool, usual } = point;
  if (usual === 0) return 0;
  let [best, second, all] = [0, 0, 0];
  for (const phrasing of phrasings) {
    const recall = recallOf(phrasing, meets);
    all += recall;
    if (recall > best) [best, second] = [recall, best];
    else if (recall > second) second = recall;
  }
  const said = (best + SECOND_BEST * second + (MEAN * all) / phrasings.length) / WELL_SAID;
  const pooled = weighMet(pool, meets) / (POOL_IN_PHRASINGS * usual);
  const score = OF_PHRASINGS * Math.min(1, said) + OF_POOL * Math.min(1, pooled);
  return window.first === window.last ? score : score * TWO_SENTENCES;
}
