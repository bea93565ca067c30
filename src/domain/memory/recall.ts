import type { Day } from '../day.ts';
import { retrievability, retrievabilityAfter } from './fsrs.ts';
import { isReviewed, type StudyCard } from './study-card.ts';

/** How likely a member is to have a question at its first review. Nothing is known of the two yet. */
const FIRST_RECALL = 0.5;

/** The chance to recall it now; a question never reviewed may be known all the same. */
export const recallNow = (card: StudyCard, today: Day): number =>
  isReviewed(card) ? retrievability(card.memory, today) : FIRST_RECALL;

/** The chance that counts on the day of an interview: a question never reviewed counts as not known. */
const recallOn = (card: StudyCard, day: Day): number =>
  isReviewed(card) ? retrievability(card.memory, day) : 0;

/** The share of the questions that is to be expected to be recalled on a day. */
export function expectedRecall(cards: readonly StudyCard[], day: Day): number {
  if (cards.length === 0) return 0;
  return cards.reduce((sum, card) => sum + recallOn(card, day), 0) / cards.length;
}

/** How much a review today may be expected to add to the chance of recall on a later day. */
export function recallGain(card: StudyCard, today: Day, later: Day): number {
  const { had, missed } = retrievabilityAfter(card.memory, { reviewedOn: today, on: later });
  const chance = recallNow(card, today);
  return chance * had + (1 - chance) * missed - recallOn(card, later);
}
