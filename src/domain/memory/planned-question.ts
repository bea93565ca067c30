import type { StudyCard } from './study-card.ts';

export type PlannedReason = 'new' | 'due' | 'weak-topic' | 'interview';

/** A question of a member's day, and why it is one. */
export interface PlannedQuestion {
  readonly card: StudyCard;
  readonly why: PlannedReason;
}

export const planned = (
  why: PlannedReason,
  cards: readonly StudyCard[],
): readonly PlannedQuestion[] => cards.map((card) => ({ card, why }));
