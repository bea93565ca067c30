import type { Day } from '../day.ts';
import type { Chance } from './chance.ts';
import type { Interview } from './interview.ts';
import { rateCard } from './rate.ts';
import { recallNow } from './recall.ts';
import type { StudyCard } from './study-card.ts';

export interface SimulatedReviews {
  readonly on: Day;
  readonly interviews: readonly Interview[];
  readonly chance: Chance;
}

/** The cards after a member has rated some of them: as likely had as FSRS expects, and missed otherwise. */
export function simulateReviews(
  cards: readonly StudyCard[],
  asked: readonly StudyCard[],
  { on, interviews, chance }: SimulatedReviews,
): readonly StudyCard[] {
  const rated = new Map<StudyCard, StudyCard>();
  for (const card of asked) {
    const grade = chance() < recallNow(card, on) ? 'good' : 'again';
    rated.set(card, rateCard(card, { grade, on, interviews }));
  }
  return cards.map((card) => rated.get(card) ?? card);
}
