import type { CompiledPoint } from './compile-rubric.ts';
import {
  joinStrengths,
  type Meets,
  plainly,
  recallOf,
  type Strengths,
  weighMet,
} from './strengths.ts';

/** One sentence of an answer, or two that follow each other. */
export interface Window {
  readonly first: number;
  readonly last: number;
  readonly strengths: Strengths;
  readonly plain: Meets;
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

/** Single sentences first, so that they win where two sentences say no more. */
export function windowsOf(sentences: readonly Strengths[]): readonly Window[] {
  const single = sentences.map((strengths, at) => windowOn(strengths, at, at));
  const pairs = sentences
    .slice(1)
    .map((second, at) => windowOn(joinStrengths(sentences[at] ?? second, second), at, at + 1));
  return [...single, ...pairs];
}

const windowOn = (strengths: Strengths, first: number, last: number): Window => ({
  ...{ first, last, strengths },
  plain: plainly(strengths),
});

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
