import { constantFrom, integer, option, record } from 'fast-check';
import type { Memory, StudyCard } from '../../../src/domain/memory/study-card.ts';

/** A day to stand on: the 27th of November 2026. */
export const TODAY = 20_784;

/** New cards of a deck, numbered from 1, in two topics by turns. */
export function newCards(count: number): readonly StudyCard[] {
  return Array.from({ length: count }, (_, index) => ({
    questionId: index + 1,
    topic: index % 2 === 0 ? 'even' : 'odd',
  }));
}

/** A card that was reviewed so many days ago with an interval of so many days. */
export function reviewedCard(
  questionId: number,
  ago: number,
  interval: number,
  rest: Partial<StudyCard & Memory> = {},
): StudyCard & { readonly memory: Memory } {
  const reviewedOn = TODAY - ago;
  const { topic = 'even', metOn = reviewedOn, missed, ...memory } = rest;
  const usual = { stability: interval, difficulty: 5, reviews: 2, lapses: 0 };
  return {
    ...{ questionId, topic, metOn, ...(missed && { missed }) },
    memory: { ...usual, reviewedOn, dueOn: reviewedOn + interval, ...memory },
  };
}

/** Any card, its number left open. */
const someCard = record({
  topic: constantFrom('even', 'odd', 'third'),
  state: constantFrom('new', 'met', 'reviewed'),
  ago: integer({ min: 0, max: 200 }),
  interval: integer({ min: 1, max: 120 }),
  reviews: integer({ min: 1, max: 9 }),
  missed: option(constantFrom('Names the cause', 'Says why')),
});

export const anyCard = someCard.map(
  ({ topic, state, ago, interval, reviews, missed }): Omit<StudyCard, 'questionId'> => {
    const { memory, metOn } = reviewedCard(0, ago, interval, { reviews });
    return {
      topic,
      ...(state !== 'new' && { metOn }),
      ...(state === 'reviewed' && { memory }),
      ...(missed && { missed: [{ point: missed, on: TODAY - ago }] }),
    };
  },
);
