import { describe, expect, it } from 'vitest';
import { readDay } from '../../../src/domain/day.ts';
import { readAway, type TypedAway } from '../../../src/features/away/read-away.ts';

const day = (written: string): number => readDay(written) ?? NaN;
const TODAY = day('2026-12-20');
const CHRISTMAS = { from: day('2026-12-24'), until: day('2026-12-26') };

describe('days away', () => {
  it.each<[TypedAway, { from: number; until: number }]>([
    [{ from: '2026-12-24', until: '26.12.2026' }, CHRISTMAS],
    [{ from: ' 2026-12-24 2026-12-26 ' }, CHRISTMAS],
    [{ from: '2026-12-24 – 2026-12-26' }, CHRISTMAS],
    [{ from: 'from 24.12.2026 to 26.12.2026' }, CHRISTMAS],
    [{ from: 'с 24.12.2026 по 26.12.2026' }, CHRISTMAS],
    [{ from: 'today tomorrow' }, { from: TODAY, until: TODAY + 1 }],
    [{ from: 'завтра' }, { from: TODAY + 1, until: TODAY + 1 }],
  ])('are read from %j', (typed, away) => {
    expect(readAway(typed, TODAY)).toEqual({ ok: true, away });
  });

  it.each<[TypedAway, object]>([
    [{}, { code: 'no-days' }],
    [{ from: '  ' }, { code: 'no-days' }],
    [{ from: 'next week' }, { code: 'not-a-day', given: 'next' }],
    [{ from: 'the whole of May' }, { code: 'not-a-day', given: 'the whole of May' }],
    [
      { from: 'today', until: 'Friday' },
      { code: 'not-a-day', given: 'Friday' },
    ],
    [{ from: '2026-12-19' }, { code: 'away-past', given: TODAY - 1 }],
    [
      { from: '2026-12-26 2026-12-24' },
      { code: 'away-backwards', from: CHRISTMAS.until, until: CHRISTMAS.from },
    ],
    [
      { from: 'today', until: '2029-01-01' },
      { code: 'away-too-far', given: day('2029-01-01'), latest: TODAY + 731 },
    ],
  ])('are refused where they are %j', (typed, fault) => {
    expect(readAway(typed, TODAY)).toEqual({ ok: false, fault });
  });
});
