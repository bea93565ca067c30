import { describe, expect, it } from 'vitest';
import { caughtUpOn } from '../../../src/domain/memory/catch-up.ts';
import { capFault, DEFAULT_CAP } from '../../../src/domain/memory/daily-cap.ts';
import type { StudyCard } from '../../../src/domain/memory/study-card.ts';
import { topicStrengths } from '../../../src/domain/memory/topic-strength.ts';
import { weekForecast } from '../../../src/domain/memory/week-forecast.ts';
import { newCards, reviewedCard, TODAY } from './cards.ts';

describe('a daily cap', () => {
  it.each([1, DEFAULT_CAP, 100])('may be %i', (cap) => {
    expect(capFault(cap)).toBeUndefined();
  });

  it.each([0, -1, 101, 500, 2.5, NaN, Infinity])('may not be %d', (given) => {
    expect(capFault(given)).toEqual({ code: 'cap-out-of-range', given, least: 1, most: 100 });
  });
});

describe('the week’s forecast', () => {
  it('counts what falls due on each of seven days, what is overdue today', () => {
    const cards = [
      ...newCards(3),
      ...[reviewedCard(11, 50, 10), reviewedCard(12, 10, 10), reviewedCard(13, 8, 9)],
      ...[reviewedCard(14, 0, 6), reviewedCard(15, 1, 7), reviewedCard(16, 0, 7)],
    ];
    const forecast = weekForecast(cards, TODAY);
    expect(forecast.map(({ day }) => day - TODAY)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(forecast.map(({ due }) => due)).toEqual([2, 1, 0, 0, 0, 0, 2]);
  });
});

describe('topics', () => {
  it('stand from strong to weak, those never reviewed last', () => {
    const cards = [
      ...newCards(2).map((card) => ({ ...card, topic: 'unseen' })),
      ...[reviewedCard(11, 60, 5, { topic: 'weak' }), reviewedCard(12, 1, 60, { topic: 'strong' })],
      ...[reviewedCard(13, 0, 5, { topic: 'weak' }), ...newCards(1)].map((card) => ({
        ...card,
        topic: 'weak',
      })),
    ];
    const strengths = topicStrengths(cards, TODAY);
    expect(strengths).toEqual([
      { topic: 'strong', recall: expect.closeTo(0.9975, 4) as number, reviewed: 1, questions: 1 },
      { topic: 'weak', recall: expect.closeTo(0.8377, 3) as number, reviewed: 2, questions: 3 },
      { topic: 'unseen', recall: undefined, reviewed: 0, questions: 2 },
    ]);
  });
});

describe('the day by which one is through', () => {
  const late = (count: number): readonly StudyCard[] =>
    Array.from({ length: count }, (_, index) => reviewedCard(1000 + index, 90, 5 + (index % 20)));

  const through = (cards: readonly StudyCard[], cap: number, open: readonly number[] = []) => {
    const input = { cards, today: TODAY, cap, interviews: [], open: new Set(open) };
    const day = caughtUpOn(input);
    return day === undefined ? undefined : day - TODAY;
  };

  it('is today where nothing is due, or no more than the cap', () => {
    expect(through([], 10)).toBe(0);
    expect(through([...late(10), reviewedCard(1, 1, 10)], 10)).toBe(0);
  });

  it('is later than the cap alone would have it, as what is missed comes again', () => {
    const days = through(late(120), 10) ?? NaN;
    expect(days).toBeGreaterThanOrEqual(11);
    expect(days).toBeLessThanOrEqual(20);
  });

  it('comes sooner with a higher cap, and later with new questions waiting', () => {
    const ten = through(late(120), 10) ?? NaN;
    expect(through(late(120), 20)).toBeLessThan(ten);
    expect(through([...late(120), ...newCards(300)], 10)).toBeGreaterThanOrEqual(ten);
  });

  it('waits for a question that is open today', () => {
    expect(through(late(1), 10, [1000])).toBe(1);
  });

  it('is not told where it lies more than a year ahead', () => {
    expect(through(late(900), 2)).toBeUndefined();
    // These would be done within a year if none of them came again meanwhile.
    expect(through(late(360), 1)).toBeUndefined();
  });

  it('leaves out what an interview covers', () => {
    const interviews = [
      { on: TODAY + 20, questionIds: new Set(late(60).map((c) => c.questionId)) },
    ];
    const input = { cards: late(70), today: TODAY, cap: 70, interviews, open: new Set<number>() };
    expect(caughtUpOn(input)).toBe(TODAY);
    expect(caughtUpOn({ ...input, cards: late(60), cap: 1 })).toBe(TODAY);
  });
});
