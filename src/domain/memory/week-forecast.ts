import type { Day } from '../day.ts';
import { isReviewed, type StudyCard } from './study-card.ts';

export interface DueOnDay {
  readonly day: Day;
  readonly due: number;
}

/** How many questions fall due on each of the next seven days; what is overdue counts today. */
export function weekForecast(cards: readonly StudyCard[], today: Day): readonly DueOnDay[] {
  const days = cards.filter(isReviewed).map(({ memory }) => Math.max(memory.dueOn, today));
  return Array.from({ length: 7 }, (_, index) => {
    const day = today + index;
    return { day, due: days.filter((dueOn) => dueOn === day).length };
  });
}
