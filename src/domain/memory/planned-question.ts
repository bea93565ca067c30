import type { Card } from './card.ts';

export type PlannedReason = 'new' | 'due' | 'weak-topic' | 'interview';

/** A question of a member's day, and why it is one. */
export interface PlannedQuestion {
  readonly card: Card;
  readonly why: PlannedReason;
}

export const planned = (why: PlannedReason, cards: readonly Card[]): readonly PlannedQuestion[] =>
  cards.map((card) => ({ card, why }));
