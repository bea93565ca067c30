import { coverageOf } from '../../domain/feedback/coverage.ts';
import { likelierGrade } from '../../domain/memory/likelier-grade.ts';
import { type FeedbackFacts, isCompared } from './feedback-blocks.ts';

/** The rating to offer first; it rates nothing. A point that the author says is there counts as covered. */
export function likelierRating(facts: FeedbackFacts): ReturnType<typeof likelierGrade> {
  const points = facts.points.map(({ verdict, score, weight }) =>
    verdict === 'credited'
      ? { verdict: 'covered' as const, score: 1, weight }
      : { verdict, score, weight },
  );
  return likelierGrade(
    coverageOf(points.map(({ score }) => score)),
    isCompared(facts) ? points : [],
  );
}
