import { describe, expect, it } from 'vitest';
import { isoDay, readDay } from '../../../src/domain/day.ts';
import { type Interview, interviewFault } from '../../../src/domain/memory/interview.ts';
import { planDay } from '../../../src/domain/memory/plan-day.ts';
import type { StudyCard } from '../../../src/domain/memory/study-card.ts';
import { newCards, reviewedCard, TODAY } from './cards.ts';

describe('the day of an interview', () => {
  it('may be today, and up to two years ahead', () => {
    expect(isoDay(TODAY)).toBe('2026-11-27');
    for (const written of ['2026-11-27', '2026-11-28', '2028-11-27']) {
      expect(interviewFault(readDay(written) ?? NaN, TODAY)).toBeUndefined();
    }
  });

  it('may not be past, nor further ahead', () => {
    const past = { code: 'interview-past', given: TODAY - 1 };
    expect(interviewFault(TODAY - 1, TODAY)).toEqual(past);
    const given = readDay('2028-11-28') ?? NaN;
    const latest = readDay('2028-11-27');
    expect(interviewFault(given, TODAY)).toEqual({ code: 'interview-too-far', given, latest });
  });
});

const asked = (cards: readonly StudyCard[], interviews: readonly Interview[], cap = 5) =>
  planDay({ cards, today: TODAY, cap, interviews, open: new Set() }).questions.map(
    ({ card, why }) => `${why} ${card.questionId}`,
  );

const ids = (...numbers: readonly number[]): ReadonlySet<number> => new Set(numbers);

describe('a day before an interview', () => {
  it('begins what is left over 60% of the days left, then asks what gains most', () => {
    // Fifty in eighteen days are three a day.
    const cards = [...newCards(50), reviewedCard(61, 9, 40), reviewedCard(62, 20, 4)];
    const interview = { on: TODAY + 30 };
    expect(asked(cards, [interview])).toEqual([
      ...['new 1', 'new 2', 'new 3'],
      ...['interview 62', 'interview 61'],
    ]);
  });

  it('asks nothing that would gain next to nothing', () => {
    const fresh = reviewedCard(61, 1, 400);
    expect(asked([fresh], [{ on: TODAY + 5 }])).toEqual([]);
  });

  it('begins one at least, and all that are left on the last day as far as the cap allows', () => {
    expect(asked(newCards(2), [{ on: TODAY + 300 }])).toEqual(['new 1']);
    expect(asked(newCards(9), [{ on: TODAY + 1 }])).toHaveLength(5);
    expect(asked(newCards(9), [{ on: TODAY }])).toHaveLength(5);
  });

  it('looks at no interview that is over', () => {
    const cards = [...newCards(9), reviewedCard(61, 5, 4)];
    expect(asked(cards, [{ on: TODAY - 1 }])).toEqual(asked(cards, []));
  });
});

describe('several interviews', () => {
  const near = { on: TODAY + 5, questionIds: ids(1, 2, 3, 4, 5, 6) };
  const far = { on: TODAY + 300, questionIds: ids(5, 6, 7, 8, 9, 10) };

  it('take new questions at their own pace, those of the nearest first', () => {
    // Six in three days, and one of the other six, which is also one of the first.
    expect(asked(newCards(10), [far, near])).toEqual(['new 1', 'new 2', 'new 5']);
  });

  it('share a question that both cover', () => {
    const both = { on: TODAY + 300, questionIds: ids(1, 2, 3, 4, 5, 6) };
    expect(asked(newCards(6), [both, near])).toEqual(['new 1', 'new 2']);
  });

  it('leave for later what can wait, though it would gain more', () => {
    const well = reviewedCard(1, 4, 10);
    const badly = reviewedCard(10, 30, 4);
    expect(asked([well, badly], [{ on: TODAY + 5 }], 1)).toEqual(['interview 10']);
    expect(asked([well, badly], [far, near], 1)).toEqual(['interview 1']);
  });

  it('leave the rest of the cap to the questions of none', () => {
    const cards = [reviewedCard(1, 9, 4), reviewedCard(60, 9, 4), reviewedCard(61, 90, 4)];
    expect(asked(cards, [near])).toEqual(['interview 1', 'due 61', 'due 60']);
    expect(asked(cards, [near], 2)).toEqual(['interview 1', 'due 61']);
  });
});
