import { describe, expect, test } from 'vitest';
import { isoDay, readDay } from '../../src/domain/day.ts';
import { countByMonth, markDays, yearUntil } from '../../src/domain/year-of-rounds.ts';

const day = (written: string): number => readDay(written) ?? NaN;

describe('a year of rounds', () => {
  test.each([
    ['2026-11-27', '2025-11-24'],
    ['2026-11-30', '2025-12-01'],
    ['2026-11-29', '2025-11-24'],
    ['2024-02-29', '2023-02-27'],
  ])('that ends with %s begins with the Monday %s', (until, from) => {
    const days = yearUntil(day(until));
    expect([isoDay(days.from), isoDay(days.until)]).toEqual([from, until]);
  });

  test('shows of a day with several rounds what people look for first', () => {
    const marks = markDays([
      { day: 1, mark: 'answered' },
      { day: 1, mark: 'missed' },
      { day: 2, mark: 'excused' },
      { day: 2, mark: 'answered' },
      { day: 3, mark: 'away' },
    ]);
    expect([...marks]).toEqual([
      [1, 'missed'],
      [2, 'answered'],
      [3, 'away'],
    ]);
  });

  test('counts each round in its month', () => {
    const [october, november] = [day('2026-10-31'), day('2026-11-01')];
    const marks = [
      { day: october, mark: 'missed' },
      { day: november, mark: 'answered' },
      { day: november, mark: 'answered' },
      { day: november + 1, mark: 'open' },
    ] as const;
    expect(countByMonth(marks)).toEqual([
      { day: october, counts: [{ mark: 'missed', count: 1 }] },
      {
        day: november,
        counts: [
          { mark: 'answered', count: 2 },
          { mark: 'open', count: 1 },
        ],
      },
    ]);
  });
});
