import type { Day } from '../day.ts';

/** How a member says that a question went: *Missed it*, hard, *Had it*, easy. */
export const GRADES = ['again', 'hard', 'good', 'easy'] as const;

export type Grade = (typeof GRADES)[number];

/** How well a member remembers a question, in plain numbers that are stored as they are. */
export interface Memory {
  /** The days after which the chance of recall has fallen to 90%. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  /** The day of the newest review. */
  readonly reviewedOn: Day;
  /** The day from which it should come again. */
  readonly dueOn: Day;
  readonly reviews: number;
  /** How often it was missed after it had been reviewed before. */
  readonly lapses: number;
}

/** A key point that a member left out, and when. */
export interface MissedPoint {
  readonly point: string;
  readonly on: Day;
}

/** What one member and one question have to do with each other. */
export interface StudyCard {
  readonly questionId: number;
  readonly topic: string;
  /** Hardly asked any more: of new questions it comes when no other is left. */
  readonly classic?: boolean;
  /** The day on which it was last shown to the member, whether or not they rated it; left out: never. */
  readonly metOn?: Day;
  /** Left out until the member has rated it: a question that was only met has not been reviewed. */
  readonly memory?: Memory;
  /** The points left out the last time. */
  readonly missed?: readonly MissedPoint[];
}

export interface ReviewedCard extends StudyCard {
  readonly memory: Memory;
}

export const isReviewed = (card: StudyCard): card is ReviewedCard => card.memory !== undefined;

export const isDue = (card: StudyCard, today: Day): card is ReviewedCard =>
  isReviewed(card) && card.memory.dueOn <= today;

/** Whether the member has rated it today. */
export const isDoneOn = (card: StudyCard, today: Day): boolean => card.memory?.reviewedOn === today;

/** Whether today's review was the first one. */
export const isNewOn = (card: StudyCard, today: Day): boolean =>
  isDoneOn(card, today) && card.memory?.reviews === 1;

/** The card once its question has been shown; nothing is rated by that. */
export function meet<T extends StudyCard>(card: T, on: Day): T {
  return { ...card, metOn: Math.max(on, card.metOn ?? on) };
}
