import { array, assert, boolean, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Correction,
  foldStreak,
  markRounds,
  MOST_FREEZES,
  NO_STREAK,
  type RoundMark,
  ROUNDS_PER_FREEZE,
} from '../../src/domain/streak.ts';

/**
 * `a`: answered; `-`: missed; `x`: missed and excused; `o`: open and not answered yet; `A`: open and answered;
 * `w`: missed while away; `W`: answered while away; `l`: answered late, and counted by a correction;
 * `v`: missed, `V`: answered, and the round was made void by one.
 */
function rounds(written: string): readonly RoundMark[] {
  return Array.from(written, (sign, index) => ({
    round: index + 1,
    answered: 'aAWV'.includes(sign),
    open: sign === 'o' || sign === 'A',
    excused: sign === 'x',
    away: sign === 'w' || sign === 'W',
    corrections: correctionsOf(sign),
  }));
}

function correctionsOf(sign: string): readonly Correction[] {
  const rest = { by: 'Mia', at: new Date('2026-11-27T12:00:00Z'), reason: 'The link was broken.' };
  if (sign === 'l') return [{ type: 'count-late', ...rest }];
  return sign === 'v' || sign === 'V' ? [{ type: 'void', ...rest }] : [];
}

const fold = (written: string) => foldStreak(rounds(written));
const signs = (written: string) => markRounds(rounds(written)).map(({ kind }) => kind);

describe('a streak', () => {
  it.each([
    ['nothing yet', '', { current: 0, longest: 0, freezes: 0, answered: 0 }],
    ['rounds before the first answer are no loss', '---a', { current: 1, longest: 1, answered: 1 }],
    ['three in a row', 'aaa', { current: 3, longest: 3, freezes: 0, answered: 3 }],
    ['a miss ends it, the longest stays', 'aaa-', { current: 0, longest: 3, answered: 3 }],
    ['and a new one begins', 'aaa-a', { current: 1, longest: 3, answered: 4 }],
    ['an open round has not been missed', 'aaao', { current: 3, longest: 3 }],
    ['an open round answered counts at once', 'aaaA', { current: 4, longest: 4 }],
    ['a round missed in an outage breaks nothing', 'aaax', { current: 3, freezes: 0 }],
    ['and uses up no freeze', 'aaaaaaaxa', { current: 8, freezes: 1 }],
    ['nor does one missed while away', 'aaaaaaawa', { current: 8, freezes: 1 }],
    ['one answered while away counts', 'aaW', { current: 3, answered: 3 }],
    ['a late answer that is counted after all counts', 'aal', { current: 3, answered: 3 }],
    ['a void round breaks nothing', 'aaava', { current: 4, freezes: 0 }],
    ['and adds nothing, though it was answered', 'aaVa', { current: 3, answered: 3 }],
    ['the seventh answer earns a freeze', 'aaaaaaa', { current: 7, freezes: 1 }],
    ['which forgives one miss', 'aaaaaaa-', { current: 7, freezes: 0 }],
    ['and no second one', 'aaaaaaa--', { current: 0, freezes: 0, longest: 7 }],
    ['a frozen round adds nothing', 'aaaaaaa-a', { current: 8, freezes: 0 }],
    ['two are kept at most', 'a'.repeat(21), { current: 21, freezes: 2 }],
    ['two in a row may be forgiven', `${'a'.repeat(14)}--a`, { current: 15, freezes: 0 }],
    ['freezes outlive no streak they could not save', `${'a'.repeat(7)}--a`, { freezes: 0 }],
  ])('%s', (_, written, expected) => {
    expect(fold(written)).toMatchObject(expected);
  });

  it('is told round by round', () => {
    expect(signs('xw-aaaaaaaxwvV--alWo')).toEqual([
      ...['before', 'before', 'before'],
      ...Array.from({ length: 7 }, () => 'answered'),
      ...['excused', 'excused', 'excused', 'excused'],
      ...['frozen', 'missed', 'answered', 'answered', 'answered', 'open'],
    ]);
  });
});

describe('whatever the history', () => {
  const history = array(constantFrom(...'aaaa-xAowWlvV'), { maxLength: 120 }).map((all) =>
    all.join(''),
  );
  const holds = (law: (written: string) => void): void =>
    assert(property(history, law), { seed: 7 });

  it('the longest is never shorter than the current, nor longer than all answers', () => {
    holds((written) => {
      const { current, longest, answered } = fold(written);
      expect(current).toBeLessThanOrEqual(longest);
      expect(longest).toBeLessThanOrEqual(answered);
      expect(answered).toBe(written.replace(/[^aAWl]/g, '').length);
    });
  });

  it('freezes stay within bounds, and are earned by whole runs of answers', () => {
    holds((written) => {
      const { freezes, answered } = fold(written);
      expect(freezes).toBeGreaterThanOrEqual(0);
      expect(freezes).toBeLessThanOrEqual(MOST_FREEZES);
      expect(freezes).toBeLessThanOrEqual(Math.floor(answered / ROUNDS_PER_FREEZE));
    });
  });

  it('a round that is open, excused or missed while away changes nothing, nor does a void one', () => {
    holds((written) => {
      for (const sign of 'oxwvV') expect(fold(written + sign)).toEqual(fold(written));
      expect(fold(written.replace(/[oxwvV]/g, ''))).toEqual(fold(written));
    });
  });

  it('an answer counts alike in time, while away, or late and counted after all', () => {
    holds((written) => {
      expect(fold(written.replace(/[AWl]/g, 'a'))).toEqual(fold(written));
      expect(signs(written.replace(/[AWl]/g, 'a'))).toEqual(signs(written));
    });
  });

  it('a correction changes nothing but what follows from its own round', () => {
    assert(
      property(history, history, (before, after) => {
        expect(fold(`${before}v${after}`)).toEqual(fold(before + after));
        expect(fold(`${before}V${after}`)).toEqual(fold(before + after));
        expect(fold(`${before}l${after}`)).toEqual(fold(`${before}a${after}`));
        expect(signs(`${before}l${after}`).slice(0, before.length)).toEqual(signs(before));
      }),
      { seed: 7 },
    );
  });

  it('one more answer adds exactly one, one more miss never adds', () => {
    holds((written) => {
      const before = fold(written);
      const { current, answered } = fold(`${written}a`);
      expect([current, answered]).toEqual([before.current + 1, before.answered + 1]);
      const missed = fold(`${written}-`);
      expect([0, before.current]).toContain(missed.current);
      expect({ ...missed, current: 0, freezes: 0 }).toEqual({ ...before, current: 0, freezes: 0 });
    });
  });

  it('a miss either uses up a freeze or ends the streak', () => {
    holds((written) => {
      const before = fold(written);
      const after = fold(`${written}-`);
      if (before.current === 0) expect(after).toEqual(before);
      else if (before.freezes > 0) expect(after.freezes).toBe(before.freezes - 1);
      else expect(after.current).toBe(0);
    });
  });

  it('more misses than freezes leave no streak', () => {
    holds((written) => {
      expect(fold(written + '-'.repeat(MOST_FREEZES + 1)).current).toBe(0);
    });
  });

  it('answers alone never break it, however it began', () => {
    assert(
      property(history, array(boolean(), { maxLength: 30 }), (written, open) => {
        const more = open.map((one) => (one ? 'A' : 'a')).join('');
        expect(fold(written + more).current).toBe(fold(written).current + more.length);
      }),
      { seed: 7 },
    );
  });

  it('the marks tell the same story as the fold', () => {
    holds((written) => {
      const kinds = signs(written);
      expect(kinds).toHaveLength(written.length);
      const last = Math.max(kinds.lastIndexOf('missed'), kinds.lastIndexOf('before'));
      const run = kinds.slice(last + 1).filter((kind) => kind === 'answered');
      expect(run).toHaveLength(fold(written).current);
      expect(kinds.filter((kind) => kind === 'answered')).toHaveLength(fold(written).answered);
    });
  });
});

it('nothing folds to nothing', () => {
  expect(foldStreak([])).toEqual(NO_STREAK);
});
