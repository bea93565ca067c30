import { isReviewed, type StudyCard } from './study-card.ts';

/** New questions are through when this share of the days left is, so that each can be reviewed. */
const SHARE_FOR_NEW = 0.6;

/** How many new questions to begin a day: what is left over 60% of the days left, at least one. */
export function newPerDay(left: number, daysLeft: number): number {
  if (left === 0) return 0;
  return Math.max(1, Math.ceil(left / (SHARE_FOR_NEW * Math.max(1, daysLeft))));
}

/**
 * New questions in their own order; those that were met without a rating come after the others, and classics
 * last of all.
 */
export function newQuestions(cards: readonly StudyCard[]): readonly StudyCard[] {
  const left = cards.filter((card) => !isReviewed(card));
  return left.toSorted(
    (a, b) => Number(a.classic ?? false) - Number(b.classic ?? false) || metOf(a) - metOf(b),
  );
}

const metOf = ({ metOn = -1 }: StudyCard): number => metOn;
