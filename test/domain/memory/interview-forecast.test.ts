import { describe, expect, it } from 'vitest';
import { forecastInterviews } from '../../../src/domain/memory/interview-forecast.ts';
import type { DayInput } from '../../../src/domain/memory/plan-day.ts';
import type { StudyCard } from '../../../src/domain/memory/study-card.ts';
import { newCards, reviewedCard, TODAY } from './cards.ts';
import { studied } from './simulator.ts';

const forecast = (cards: readonly StudyCard[], rest: Partial<DayInput>): readonly number[] =>
  forecastInterviews({
    ...{ cards, today: TODAY, cap: 5, interviews: [{ on: TODAY + 30 }], open: new Set() },
    ...rest,
  }).map(({ recall }) => recall);

describe('the forecast', () => {
  const deck = newCards(50);

  it('tells what comes of it if the member studies every day', () => {
    for (const cap of [3, 7]) {
      const [told] = forecast(deck, { cap });
      const { recall } = studied({ questions: 50, days: 30, cap });
      expect(told).toBeCloseTo(recall, 1.5);
    }
  });

  it('rises with the cap', () => {
    const recalls = [1, 5, 10, 20].flatMap((cap) => forecast(deck, { cap }));
    expect(recalls.toSorted((a, b) => a - b)).toEqual(recalls);
  });

  it('is the same each time, and lower after missed days', () => {
    expect(forecast(deck, {})).toEqual(forecast(deck, {}));
    const [onTime = NaN] = forecast(deck, {});
    const [late = NaN] = forecast(deck, { today: TODAY + 10 });
    expect(late).toBeLessThan(onTime - 0.05);
  });

  it('counts a question that cannot be seen any more as not known', () => {
    expect(forecast(deck, { interviews: [{ on: TODAY }] })).toEqual([0]);
    const [tomorrow = NaN] = forecast(deck, { interviews: [{ on: TODAY + 1 }] });
    expect(tomorrow).toBeGreaterThan(0.08);
    expect(tomorrow).toBeLessThan(0.1);
  });

  it('is told for each interview ahead, over its own questions', () => {
    const known = reviewedCard(99, 0, 400);
    const interviews = [
      { on: TODAY + 60 },
      { on: TODAY - 1 },
      { on: TODAY + 3, questionIds: new Set([99]) },
    ];
    const told = forecastInterviews({
      ...{ cards: [...deck, known], today: TODAY, cap: 5, interviews, open: new Set() },
    });
    expect(told.map(({ on }) => on - TODAY)).toEqual([3, 60]);
    expect(told[0]?.recall).toBeGreaterThan(0.99);
    expect(told[1]?.recall).toBeLessThan(0.99);
  });

  it('is empty without an interview ahead', () => {
    expect(forecast(deck, { interviews: [] })).toEqual([]);
  });

  it('far ahead is about what a plan made every day comes to', () => {
    const [told = NaN] = forecast(newCards(60), { interviews: [{ on: TODAY + 120 }] });
    const { recall } = studied({ questions: 60, days: 120, cap: 5 });
    expect(Math.abs(told - recall)).toBeLessThan(0.02);
  });
});
