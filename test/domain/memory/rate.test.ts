import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { type Card as FsrsCard, createEmptyCard, fsrs } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { DAY_MS, dayAt } from '../../../src/domain/day.ts';
import { rateCard } from '../../../src/domain/memory/rate.ts';
import { type Grade, GRADES, type StudyCard } from '../../../src/domain/memory/study-card.ts';
import { newCards, reviewedCard, TODAY } from './cards.ts';

const [CARD = { questionId: 1, topic: 'even' }] = newCards(1);

const rate = (card: StudyCard, grade: Grade, on: number, interviews: readonly number[] = []) =>
  rateCard(card, { grade, on, interviews: interviews.map((day) => ({ on: day })) });

/** Reviews, each so many milliseconds after the one before. */
const history = array(
  record({ grade: constantFrom(...GRADES), after: integer({ min: 0, max: 90 * DAY_MS }) }),
  { minLength: 1, maxLength: 20 },
);

const anyGrade = constantFrom(...GRADES);

describe('a review', () => {
  it('gives the intervals of FSRS itself, for a hundred histories', () => {
    const own = fsrs({ enable_short_term: false });
    const law = property(history, (reviews) => {
      let at = new Date('2026-11-27T21:30:00Z');
      let expected: FsrsCard = createEmptyCard(at);
      let card = CARD;
      for (const { grade, after } of reviews) {
        at = new Date(at.getTime() + after);
        expected = own.next(expected, at, GRADES.indexOf(grade) + 1).card;
        const rated = rate(card, grade, dayAt(at, 'UTC'));
        const { dueOn, reviewedOn, ...memory } = rated.memory;
        expect({ ...memory, interval: dueOn - reviewedOn }).toEqual({
          stability: expected.stability,
          difficulty: expected.difficulty,
          reviews: expected.reps,
          lapses: expected.lapses,
          interval: expected.scheduled_days,
        });
        card = rated;
      }
    });
    assert(law, { seed: 10, numRuns: 100 });
  });

  it.each([
    ['again', 1],
    ['hard', 2],
    ['good', 3],
    ['easy', 8],
  ] as const)('graded %s comes again after %i days at first', (grade, days) => {
    expect(rate(CARD, grade, TODAY).memory.dueOn - TODAY).toBe(days);
  });

  it('counts as a meeting', () => {
    expect(rate(CARD, 'again', TODAY).metOn).toBe(TODAY);
    expect(rate({ ...CARD, metOn: TODAY + 1 }, 'again', TODAY).metOn).toBe(TODAY + 1);
  });

  it('had twice on a day lengthens no interval', () => {
    const once = rate(reviewedCard(1, 10, 10), 'good', TODAY);
    expect(rate(once, 'good', TODAY).memory.stability).toBe(once.memory.stability);
  });

  it('from before the newest one counts as of its day', () => {
    const newest = reviewedCard(1, 0, 10);
    expect(rate(newest, 'good', TODAY - 3)).toEqual(rate(newest, 'good', TODAY));
  });
});

describe('before an interview', () => {
  it('no question comes back after its day, whatever the grade', () => {
    const law = property(
      history,
      anyGrade,
      integer({ min: 1, max: 60 }),
      (reviews, last, ahead) => {
        let on = TODAY;
        let card = CARD;
        for (const { grade, after } of reviews) {
          on += Math.floor(after / DAY_MS);
          card = rate(card, grade, on);
        }
        const rated = rateCard(card, {
          grade: last,
          on,
          interviews: [{ on: on + ahead }],
          spread: { load: (day) => -day, seed: 'ann' },
        });
        expect(rated.memory.dueOn).toBeGreaterThan(on);
        expect(rated.memory.dueOn).toBeLessThanOrEqual(on + ahead);
      },
    );
    assert(law, { seed: 10 });
  });

  it('the nearest one ahead counts, and one that is over, today or about other questions does not', () => {
    const card = reviewedCard(1, 30, 30);
    const usual = rate(card, 'good', TODAY).memory.dueOn;
    expect(usual).toBeGreaterThan(TODAY + 50);
    expect(rate(card, 'good', TODAY, [TODAY + 40, TODAY + 20]).memory.dueOn).toBe(TODAY + 20);
    expect(rate(card, 'good', TODAY, [TODAY - 1, TODAY]).memory.dueOn).toBe(usual);
    const elsewhere = { on: TODAY + 20, questionIds: new Set([2]) };
    const rated = rateCard(card, { grade: 'good', on: TODAY, interviews: [elsewhere] });
    expect(rated.memory.dueOn).toBe(usual);
  });

  it('retention is 0.95 in the last fourteen days', () => {
    const card = reviewedCard(1, 4, 4, { difficulty: 9 });
    const near = fsrs({ request_retention: 0.95, enable_short_term: false });
    const usual = fsrs({ request_retention: 0.9, enable_short_term: false });
    const { stability } = rate(card, 'good', TODAY).memory;
    const [short, long] = [near.next_interval(stability, 4), usual.next_interval(stability, 4)];
    expect(short).toBeLessThan(long);
    expect(long).toBeLessThan(14);
    expect(rate(card, 'good', TODAY, [TODAY + 14]).memory.dueOn - TODAY).toBe(short);
    expect(rate(card, 'good', TODAY, [TODAY + 15]).memory.dueOn - TODAY).toBe(long);
  });
});
