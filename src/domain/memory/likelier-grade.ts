import type { Grade } from './study-card.ts';

/** What a feedback found of one key point. */
export interface JudgedPoint {
  readonly verdict: 'covered' | 'partly' | 'missing';
  /** As the deck has it; left out, 1. */
  readonly weight?: number;
}

/** Below this coverage an answer looks missed. */
const LEAST_COVERAGE = 0.5;

/** A point that counts for more than this is one that an answer cannot do without. */
const USUAL_WEIGHT = 1;

/**
 * Which of *Had it* and *Missed it* is likelier, to be offered first. It rates nothing. Where there are no
 * points to go by, *Had it* comes first.
 */
export function likelierGrade(
  coverage: number,
  points: readonly JudgedPoint[],
): Extract<Grade, 'good' | 'again'> {
  if (points.length === 0) return 'good';
  const lacksWeighty = points.some(
    ({ verdict, weight = USUAL_WEIGHT }) => verdict === 'missing' && weight > USUAL_WEIGHT,
  );
  return coverage < LEAST_COVERAGE || lacksWeighty ? 'again' : 'good';
}
