import { describe, expect, it } from 'vitest';
import { type Away, awayDuring, awayFault } from '../../src/domain/away.ts';

/** Days of a month that begins on a day 100. */
const away = (from: number, until: number): Away => ({ from, until });

describe('a round is excused', () => {
  it.each<[string, [number, number], readonly Away[], Away | undefined]>([
    ['by the day of its deadline', [101, 102], [away(102, 105)], away(102, 105)],
    ['by that day alone', [101, 108], [away(108, 120)], away(108, 120)],
    ['by a whole time away around it', [101, 102], [away(99, 120)], away(99, 120)],
    ['by half of its days', [105, 106], [away(102, 105)], away(102, 105)],
    ['within one day', [103, 103], [away(103, 103)], away(103, 103)],
    ['by a quarter of its days', [101, 108], [away(102, 103)], away(102, 103)],
    ['by two times away together', [101, 108], [away(102, 102), away(104, 104)], away(104, 104)],
    ['not by less', [101, 108], [away(102, 102)], undefined],
    ['not by days counted twice', [101, 108], [away(102, 102), away(102, 102)], undefined],
    ['not before it opens', [106, 107], [away(102, 105)], undefined],
    ['not after its deadline', [100, 101], [away(102, 105)], undefined],
    ['not without any', [100, 101], [], undefined],
  ])('%s', (_, [openedOn, closesOn], days, expected) => {
    expect(awayDuring({ openedOn, closesOn }, days)).toEqual(expected);
  });
});

describe('days to be away', () => {
  it('may begin today and end within two years', () => {
    for (const days of [away(100, 100), away(101, 130), away(100, 831)]) {
      expect(awayFault(days, 100)).toBeUndefined();
    }
  });

  it.each([
    [away(99, 120), { code: 'away-past', given: 99 }],
    [away(110, 109), { code: 'away-backwards', from: 110, until: 109 }],
    [away(100, 832), { code: 'away-too-far', given: 832, latest: 831 }],
  ])('may not be %j', (days, fault) => {
    expect(awayFault(days, 100)).toEqual(fault);
  });
});
