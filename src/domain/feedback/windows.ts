import type { CompiledPoint } from './compiled-point.ts';
import { recallsOfPhrasings } from './phrasing-recalls.ts';
import { type Counting, joinStrengths, type Strengths } from './strengths.ts';

/** One sentence of an answer, or two that follow each other. */
export interface Window {
  readonly first: number;
  readonly last: number;
  readonly strengths: () => Strengths;
}

export interface Windows {
  /** A window on each sentence. */
  readonly single: readonly Window[];
  /** A window on each sentence and the one after it. Few points look at one, so it is made when one does. */
  readonly pairs: readonly Window[];
}

export function windowsOf(sentences: readonly Strengths[]): Windows {
  const single = sentences.map((strengths, at) => ({
    ...{ first: at, last: at },
    strengths: () => strengths,
  }));
  const pairs = sentences.slice(1).map((second, at) => ({
    ...{ first: at, last: at + 1 },
    strengths: once(() => joinStrengths(sentences[at] ?? second, second)),
  }));
  return { single, pairs };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
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

/** How well a window says a point, from 0 to 1. */
export function scoreWindow(point: CompiledPoint, window: Window, counting: Counting): number {
  const strengths = window.strengths();
  const isTouched = strengths.some(({ number }) => point.uses.has(number));
  if (!isTouched || point.usual === 0) return 0;
  const [best, second, mean] = summaryOf(recallsOfPhrasings(point, strengths, counting));
  const said = (best + SECOND_BEST * second + MEAN * mean) / WELL_SAID;
  const pooled = poolMet(point, strengths, counting) / (POOL_IN_PHRASINGS * point.usual);
  const score = OF_PHRASINGS * Math.min(1, said) + OF_POOL * Math.min(1, pooled);
  return window.first === window.last ? score : score * TWO_SENTENCES;
}

/** The best, the second best and the mean. */
function summaryOf(recalls: Float64Array): readonly [number, number, number] {
  let [best, second, all] = [0, 0, 0];
  for (const recall of recalls) {
    all += recall;
    if (recall > best) [best, second] = [recall, best];
    else if (recall > second) second = recall;
  }
  return [best, second, all / recalls.length];
}

function poolMet({ pool }: CompiledPoint, strengths: Strengths, counting: Counting): number {
  let all = 0;
  for (const met of strengths) {
    const term = pool.get(met.number);
    if (term) all += term.weight * counting(met, term.polarity);
  }
  return all;
}
