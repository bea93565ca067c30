import { describe, expect, it } from 'vitest';
import { dueFirst, greedy, planned, studied } from './simulator.ts';

describe('thirty days before an interview over fifty questions, at five a day', () => {
  const studies = { questions: 50, days: 30, cap: 5 };
  const own = studied({ ...studies, policy: planned });

  it('the plan leads to far more recall than what is due first', () => {
    const due = studied({ ...studies, policy: dueFirst });
    expect(own.recall - due.recall).toBeGreaterThanOrEqual(0.15);
  });

  it('the plan comes as far as choosing greedily among all', () => {
    const best = studied({ ...studies, policy: greedy });
    expect(own.recall).toBeGreaterThanOrEqual(best.recall - 0.02);
  });

  it('no question stays unseen, and no day takes more than the cap', () => {
    expect(own).toMatchObject({ unseen: 0, most: 5 });
  });

  it.each([0.25, 0.8])('all of that holds for one who has %d of them at first', (firstRecall) => {
    const [mine, due, best] = [planned, dueFirst, greedy].map((policy) =>
      studied({ ...studies, policy, firstRecall }),
    );
    expect((mine?.recall ?? 0) - (due?.recall ?? 1)).toBeGreaterThanOrEqual(0.15);
    expect(mine?.recall).toBeGreaterThanOrEqual((best?.recall ?? 1) - 0.02);
    expect(mine?.unseen).toBe(0);
  });

  it('after missed days it is planned anew: nothing stays unseen, never more than the cap', () => {
    const missed = [3, 4, 5, 6, 7, 8, 15, 16, 22];
    const late = studied({ ...studies, missed });
    expect(late).toMatchObject({ unseen: 0, most: 5 });
    expect(late.recall).toBeLessThan(own.recall);
    expect(late.recall).toBeGreaterThan(studied({ ...studies, policy: dueFirst }).recall);
  });
});

describe('other decks, days and caps', () => {
  it.each([
    [20, 40, 10],
    [50, 7, 10],
    [50, 45, 5],
  ])('%i questions in %i days at %i a day come within 0.02 of greedy', (questions, days, cap) => {
    const own = studied({ questions, days, cap });
    const best = studied({ questions, days, cap, policy: greedy });
    expect(own.recall).toBeGreaterThanOrEqual(best.recall - 0.02);
    expect(own).toMatchObject({ unseen: 0 });
    expect(own.most).toBeLessThanOrEqual(cap);
  });
});
