import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldStreak, markRounds, ROUNDS_PER_FREEZE } from '../../src/domain/streak.ts';
import { explainStreak, type LedgerMark, type MarkReason } from '../../src/domain/streak-ledger.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 1, hour));
const outages = [{ from: at(1), until: at(2) }];
const awayDays = { from: 20_760, until: 20_770 };
const correction = { by: 'Mia', at: at(9), reason: 'The link was broken.' };

const MISSED = { answered: false, open: false, excused: false };

/** A mark for each sign, as in the tests of the fold. */
const MARKS: Readonly<Record<string, Omit<LedgerMark, 'round'>>> = {
  a: { ...MISSED, answered: true, answeredAt: at(5) },
  A: { ...MISSED, answered: true, open: true, answeredAt: at(5) },
  '-': MISSED,
  x: { ...MISSED, excused: true, outages },
  o: { ...MISSED, open: true },
  w: { ...MISSED, away: true, awayDays },
  W: { ...MISSED, away: true, awayDays, answered: true, answeredAt: at(5) },
  l: { ...MISSED, answeredAt: at(30), corrections: [{ type: 'count-late', ...correction }] },
  v: { ...MISSED, corrections: [{ type: 'void', ...correction }] },
  // Still open when it was made void, and answered in time though counted by a correction as well.
  O: { ...MISSED, open: true, corrections: [{ type: 'void', ...correction }] },
  L: {
    ...{ ...MISSED, answered: true, answeredAt: at(5) },
    corrections: [{ type: 'count-late', ...correction }],
  },
  V: {
    ...{ ...MISSED, answered: true, answeredAt: at(5) },
    corrections: [
      { type: 'void', by: 'Max', at: at(8), reason: 'Too hard.' },
      { type: 'void', ...correction },
    ],
  },
};

const marks = (written: string): readonly LedgerMark[] =>
  Array.from(written, (sign, index) => ({ round: index + 1, ...(MARKS[sign] ?? MISSED) }));

const explain = (written: string) => explainStreak(marks(written));
const lastReason = (written: string) => explain(written).at(-1)?.reason;

describe('why a mark stands as it does', () => {
  it.each<[string, string, MarkReason]>([
    ['answered in time', 'a', { type: 'answered', at: at(5) }],
    ['answered while it is open', 'aA', { type: 'answered', at: at(5) }],
    ['answered while away', 'W', { type: 'answered', at: at(5) }],
    [
      'a late answer was counted',
      'al',
      { type: 'counted-late', at: at(30), correction: { type: 'count-late', ...correction } },
    ],
    ['in time, whatever was corrected', 'aL', { type: 'answered', at: at(5) }],
    ['an outage', 'ax', { type: 'outage', outages }],
    ['away', 'aw', { type: 'away', days: awayDays }],
    [
      'void, by the newest correction',
      'aV',
      { type: 'void', correction: { type: 'void', ...correction } },
    ],
    [
      'void, though it was before all answers',
      'v',
      { type: 'void', correction: { type: 'void', ...correction } },
    ],
    ['missed, which ended a streak', 'aaa-', { type: 'missed', ended: 3 }],
    ['missed, with nothing left to end', 'aaa--', { type: 'missed', ended: 0 }],
    ['still open', 'ao', { type: 'open' }],
    ['before the first answer', '-', { type: 'before' }],
    ['frozen', 'aaaaaaa-', { type: 'frozen', earned: { round: 7, streak: 7 } }],
    [
      'frozen by the freeze that was earned first',
      `${'a'.repeat(14)}-`,
      { type: 'frozen', earned: { round: 7, streak: 7 } },
    ],
    [
      'frozen by the next one then',
      `${'a'.repeat(14)}-x-`,
      { type: 'frozen', earned: { round: 14, streak: 14 } },
    ],
    [
      'frozen by one that a late answer earned',
      'aaa-aaaaaal-',
      { type: 'frozen', earned: { round: 11, streak: 7 } },
    ],
  ])('%s', (_, written, expected) => {
    expect(lastReason(written)).toEqual(expected);
  });

  it('is excused in a void round, though it is still open', () => {
    expect(explain('aO').at(-1)?.kind).toBe('excused');
  });

  it('is told with the length of the streak, and the freezes that were earned', () => {
    const told = explain('aaaaaaaw-a-');
    expect(told.map(({ current }) => current)).toEqual([1, 2, 3, 4, 5, 6, 7, 7, 7, 8, 0]);
    expect(told.flatMap(({ round, earnedFreeze }) => (earnedFreeze ? [round] : []))).toEqual([7]);
  });
});

describe('whatever the history', () => {
  const history = array(constantFrom(...'aaaaaaaa-xAowWlLvVO'), { maxLength: 120 });
  const holds = (law: (written: string) => void): void =>
    assert(
      property(history, (signs) => law(signs.join(''))),
      { seed: 7 },
    );

  it('the ledger tells the marks and the end of the fold', () => {
    holds((written) => {
      const told = explain(written);
      expect(told.map(({ round, kind }) => ({ round, kind }))).toEqual(markRounds(marks(written)));
      expect(told.at(-1)?.current ?? 0).toBe(foldStreak(marks(written)).current);
    });
  });

  it('each frozen round used up another freeze, earned before it by a whole run of answers', () => {
    holds((written) => {
      const told = explain(written);
      const used = told.flatMap(({ round, reason }) =>
        reason.type === 'frozen' ? [{ round, earned: reason.earned }] : [],
      );
      const earners = used.map(({ earned }) => earned?.round);
      expect(new Set(earners).size).toBe(used.length);
      for (const { round, earned } of used) {
        const earner = told.find((one) => one.round === earned?.round);
        expect(earner).toMatchObject({ kind: 'answered', earnedFreeze: true });
        expect(earner?.current).toBe(earned?.streak);
        expect((earned?.streak ?? NaN) % ROUNDS_PER_FREEZE).toBe(0);
        expect(earned?.round).toBeLessThan(round);
      }
      const earned = told.filter(({ earnedFreeze }) => earnedFreeze).length;
      expect(earned - used.length).toBe(foldStreak(marks(written)).freezes);
    });
  });

  it('a streak falls only where a reason says that it was ended', () => {
    holds((written) => {
      const told = explain(written);
      told.forEach(({ current, reason }, index) => {
        const before = told[index - 1]?.current ?? 0;
        if (current < before) expect(reason).toEqual({ type: 'missed', ended: before });
      });
    });
  });
});
