/**
 * How much of a question an answer covers, from 0 to 1, as its points' scores tell. A question that asks for
 * some of many points counts the best of them.
 */
export function coverageOf(scores: readonly number[], need = scores.length): number {
  const best = scores.toSorted((one, other) => other - one).slice(0, need);
  if (best.length === 0) return 0;
  const mean = best.reduce((total, score) => total + score, 0) / best.length;
  return 1 - (1 - mean) ** 2;
}
