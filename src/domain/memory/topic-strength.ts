import type { Day } from '../day.ts';
import { expectedRecall } from './recall.ts';
import { isReviewed, type StudyCard } from './study-card.ts';

export interface TopicStrength {
  readonly topic: string;
  /** The mean chance to recall those that were reviewed; undefined where none was. */
  readonly recall: number | undefined;
  readonly reviewed: number;
  readonly questions: number;
}

/** A member's topics from strong to weak; those that were never reviewed come last. */
export function topicStrengths(cards: readonly StudyCard[], today: Day): readonly TopicStrength[] {
  const topics = Map.groupBy(cards, ({ topic }) => topic);
  const strengths = Array.from(topics, ([topic, own]) => {
    const reviewed = own.filter(isReviewed);
    const recall = reviewed.length > 0 ? expectedRecall(reviewed, today) : undefined;
    return { topic, recall, reviewed: reviewed.length, questions: own.length };
  });
  return strengths.toSorted((a, b) => (b.recall ?? -1) - (a.recall ?? -1));
}
