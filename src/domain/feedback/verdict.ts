import type { ScoredPoint } from './score-points.ts';

export type Verdict = 'covered' | 'partly' | 'missing';

/** Why a point whose words are there is not taken for covered. */
export type Reason = 'negation' | 'quantifier' | 'list' | 'off-topic';

export interface PointFeedback {
  readonly id: string;
  /** From 0 to 1. */
  readonly score: number;
  readonly verdict: Verdict;
  readonly reason?: Reason;
  /** The answer's own words that show it; empty where nothing does. */
  readonly evidence: string;
}

/** From this score on a point is said. */
const COVERED = 0.45;

/** From this score on something of it is. */
export const PARTLY = 0.3;

/** What has to be left of a score when negations are heeded. */
const POLAR_SHARE = 0.7;

/** What a point comes to, given what speaks against the answer as a whole. */
export function judge(point: ScoredPoint, against: Reason | undefined): PointFeedback {
  const { id, score, evidence } = point;
  if (score < PARTLY) return missing(id, score);
  if (score < COVERED) return { id, score, verdict: 'partly', evidence };
  const reason = ownReason(point) ?? against;
  if (reason === undefined) return { id, score, verdict: 'covered', evidence };
  return { id, score, verdict: 'partly', reason, evidence };
}

export const missing = (id: string, score = 0): PointFeedback => ({
  id,
  score,
  verdict: 'missing',
  evidence: '',
});

function ownReason({ score, polar, quantity, said }: ScoredPoint): Reason | undefined {
  if (polar < COVERED || polar < POLAR_SHARE * score) return 'negation';
  const differ = quantity !== undefined && said !== undefined && quantity !== said;
  return differ ? 'quantifier' : undefined;
}
