import { array, assert, integer, property, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayInput, planDay } from '../../../src/domain/memory/plan-day.ts';
import { rateCard } from '../../../src/domain/memory/rate.ts';
import { meet, type StudyCard } from '../../../src/domain/memory/study-card.ts';
import { anyCard, newCards, reviewedCard, TODAY } from './cards.ts';

const plan = (cards: readonly StudyCard[], rest: Partial<DayInput> = {}) =>
  planDay({ cards, today: TODAY, cap: 10, interviews: [], open: new Set(), ...rest });

/** Such as `new 1`, in order. */
const told = (cards: readonly StudyCard[], rest: Partial<DayInput> = {}): readonly string[] =>
  plan(cards, rest).questions.map(({ card, why }) => `${why} ${card.questionId}`);

describe('a day without an interview', () => {
  // All of the third topic is due, so that nothing else of it is left to ask.
  const due = [
    reviewedCard(21, 11, 10, { topic: 'third' }),
    reviewedCard(22, 90, 60, { topic: 'third' }),
    reviewedCard(23, 40, 10, { topic: 'third' }),
  ];

  it('begins with paced new ones, goes on with what is due, and ends with the weakest topic', () => {
    const strong = [reviewedCard(31, 1, 90), reviewedCard(32, 1, 80)];
    const weak = [31, 32, 33].map((id, index) =>
      reviewedCard(id + 10, 6 + index, 9, { topic: 'odd' }),
    );
    // The lowest chance of recall first: 40 days of 10, 90 of 60, 11 of 10.
    const [first, second, third] = [23, 22, 21];
    expect(told([...strong, ...weak, ...due, ...newCards(60)])).toEqual([
      ...['new 1', 'new 2'],
      ...[`due ${first}`, `due ${second}`, `due ${third}`],
      ...['weak-topic 43', 'weak-topic 42', 'weak-topic 41'],
    ]);
  });

  it.each([
    ['one at least', 1, 10, 1],
    ['what is left over 60% of ninety days', 108, 10, 2],
    ['and one more for a rest', 109, 10, 3],
    ['half of the cap at most', 2000, 10, 5],
    ['one, where that is all', 2000, 1, 1],
  ])('begins %s', (_, left, cap, begun) => {
    expect(told(newCards(left), { cap })).toHaveLength(begun);
  });

  it('begins no more than that on one day, however often one asks', () => {
    let cards = newCards(109);
    for (const expected of [3, 2, 1, 0, 0]) {
      const { questions } = plan(cards);
      const fresh = questions.filter(({ why }) => why === 'new').map(({ card }) => card);
      expect(fresh).toHaveLength(expected);
      const rated = fresh.slice(0, 1).map((card) => good(card));
      cards = cards.map((card) => rated.find((one) => one.questionId === card.questionId) ?? card);
    }
  });

  it('offers what was met but never rated after what was never met', () => {
    const [met, ...others] = newCards(60);
    const cards = [...(met ? [meet(met, TODAY - 1)] : []), ...others];
    expect(told(cards)).toEqual(['new 2', 'new 3']);
    expect(told(cards.slice(0, 2))).toEqual(['new 2']);
    expect(told(cards.slice(0, 1))).toEqual(['new 1']);
  });

  it('stays within the cap together with what is done', () => {
    const many = Array.from({ length: 12 }, (_, index) => reviewedCard(index, 20, 10));
    expect(plan(many).questions).toHaveLength(10);
    const three = many.map((card, index) => (index < 3 ? good(card) : card));
    const { questions, done } = plan(three);
    expect([questions.length, done]).toEqual([7, 3]);
    expect(plan(many.map(good)).questions).toEqual([]);
  });
});

describe('after a long absence', () => {
  /** Thirty questions, each due since a day less than the one before, but later beside its interval. */
  const late = Array.from({ length: 30 }, (_, index) =>
    reviewedCard(101 + index, 100 - 3 * index, 60 - 2 * index),
  );

  it('nothing new begins with three caps due, and the most overdue beside its interval comes first', () => {
    expect(plan([...newCards(9), ...late]).behind).toBe(true);
    expect(told([...newCards(9), ...late])).toEqual(
      Array.from({ length: 10 }, (_, index) => `due ${130 - index}`),
    );
  });

  it('new ones begin again with less than that', () => {
    const fewer = [...newCards(9), ...late.slice(1)];
    expect(plan(fewer).behind).toBe(false);
    expect(told(fewer)[0]).toBe('new 1');
  });

  it('but not in the middle of a day', () => {
    const cards = [...newCards(9), ...late.map((card, index) => (index < 4 ? good(card) : card))];
    expect(told(cards)).toEqual(Array.from({ length: 6 }, (_, index) => `due ${130 - index}`));
  });
});

describe('whatever the cards', () => {
  const input = record({
    drawn: array(anyCard, { maxLength: 60 }),
    cap: integer({ min: 1, max: 20 }),
    days: array(integer({ min: -5, max: 90 }), { maxLength: 3 }),
    open: subarray([0, 1, 2, 3, 4, 5]),
  });

  it('a plan holds each question once, none that is open or done, and no more than the cap', () => {
    const law = property(input, ({ drawn, cap, days, open }) => {
      const cards = drawn.map((card, index) => ({ ...card, questionId: index }));
      const done = cards.filter(({ memory }) => memory?.reviewedOn === TODAY);
      const interviews = days.map((ahead, index) => ({
        on: TODAY + ahead,
        ...(index > 0 && {
          questionIds: new Set(cards.slice(10 * index).map((one) => one.questionId)),
        }),
      }));
      const { questions } = plan(cards, { cap, interviews, open: new Set(open) });
      const ids = questions.map(({ card }) => card.questionId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeLessThanOrEqual(Math.max(0, cap - done.length));
      expect(ids.filter((id) => open.includes(id))).toEqual([]);
      expect(questions.filter(({ card }) => card.memory?.reviewedOn === TODAY)).toEqual([]);
    });
    assert(law, { seed: 10, numRuns: 300 });
  });
});

const good = (card: StudyCard): StudyCard =>
  rateCard(card, { grade: 'good', on: TODAY, interviews: [] });
