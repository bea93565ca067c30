import { assert, boolean, constantFrom, array, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldStreak,
  markRounds,
  MOST_FREEZES,
  NO_STREAK,
  ROUNDS_PER_FREEZE,
  type RoundMark,
} from '../../src/domain/streak.ts';

/** `a`: answered; `-`: missed; `x`: missed and excused; `o`: open and not answered yet; `A`: open and answered. */
function rounds(written: string): readonly RoundMark[] {
  return Array.from(written, (sign, index) => ({
    round: index + 1,
    answered: sign === 'a' || sign === 'A',
    open: sign === 'o' || sign === 'A',
    excused: sign === 'x',
  }));
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
    expect(signs('x-aaaaaaax--ao')).toEqual([
      'before',
      'before',
      ...Array.from({ length: 7 }, () => 'answered'),
      'excused',
      'frozen',
      'missed',
      'answered',
      'open',
    ]);
  });
});

describe('whatever the history', () => {
  const history = array(constantFrom(...'aaa-xAo'), { maxLength: 120 }).map((all) => all.join(''));
  const holds = (law: (written: string) => void): void =>
    assert(property(history, law), { seed: 7 });

  it('the longest is never shorter than the current, nor longer than all answers', () => {
    holds((written) => {
      const { current, longest, answered } = fold(written);
      expect(current).toBeLessThanOrEqual(longest);
      expect(longest).toBeLessThanOrEqual(answered);
      expect(answered).toBe(written.replace(/[^aA]/g, '').length);
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

  it('a round that is open or excused, and not answered, changes nothing', () => {
    holds((written) => {
      expect(fold(`${written}o`)).toEqual(fold(written));
      expect(fold(`${written}x`)).toEqual(fold(written));
      expect(fold(written.replace(/[ox]/g, ''))).toEqual(fold(written));
    });
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
