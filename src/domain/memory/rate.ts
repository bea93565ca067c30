import type { Day } from '../day.ts';
import { review } from './fsrs.ts';
import { intervalTerms, type Interview } from './interview.ts';
import { spreadInterval } from './spread.ts';
import type { Grade, ReviewedCard, StudyCard } from './study-card.ts';

export interface Rating {
  readonly grade: Grade;
  readonly on: Day;
  /** The member's interviews; those that are over or about other questions change nothing. */
  readonly interviews: readonly Interview[];
  /** Left out: the interval is exactly that of FSRS. */
  readonly spread?: {
    /** How many of the member's questions are due on a day. */
    readonly load: (day: Day) => number;
    /** Another for each member and question. */
    readonly seed: string;
  };
}

/** The card after its member has rated it. The grade alone moves its interval. */
export function rateCard(card: StudyCard, { grade, on, interviews, spread }: Rating): ReviewedCard {
  // Two clocks, or a change of time zone, may bring a review from before the newest one.
  const reviewedOn = Math.max(on, card.memory?.reviewedOn ?? on);
  const { retention, longest } = intervalTerms(card, interviews, reviewedOn);
  const { interval, elapsed, ...memory } = review(card.memory, grade, {
    on: reviewedOn,
    retention,
  });
  const days = spread
    ? spreadInterval(interval, {
        elapsed,
        longest,
        load: (ahead) => spread.load(reviewedOn + ahead),
        seed: `${spread.seed}:${memory.reviews}`,
      })
    : // FSRS would exceed a longest interval of its own, as it keeps the grades a day apart.
      Math.min(interval, longest);
  const metOn = Math.max(reviewedOn, card.metOn ?? reviewedOn);
  return { ...card, metOn, memory: { ...memory, reviewedOn, dueOn: reviewedOn + days } };
}
