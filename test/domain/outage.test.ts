import { describe, expect, it } from 'vitest';
import { isExcused, isOutage, type TimeRange } from '../../src/domain/outage.ts';

/** Minutes of one hour, as `from-until`. */
function span(minutes: string): TimeRange {
  const [from = 0, until = 0] = minutes.split('-').map(Number);
  return { from: new Date(from * 60_000), until: new Date(until * 60_000) };
}

describe('a round open from minute 100 to 200', () => {
  it.each([
    ['no outage', [], false],
    ['one before it', ['10-99'], false],
    ['one after it', ['201-300'], false],
    ['a short one in the middle', ['120-144'], false],
    ['one of a quarter of its time', ['120-145'], true],
    ['several that come to a quarter', ['90-110', '120-130', '150-155'], true],
    ['several that do not', ['90-110', '120-130'], false],
    ['one that began before it and took a quarter of it', ['0-125'], true],
    ['a short one over its deadline', ['199-201'], true],
    ['one that ended at its deadline', ['199-200'], true],
    ['one that began at its deadline', ['200-300'], false],
    ['one from its beginning to long after it', ['100-900'], true],
  ])('with %s', (_, outages, excused) => {
    expect(isExcused(span('100-200'), outages.map(span))).toBe(excused);
  });
});

it('a restart is no outage, a minute and more is one', () => {
  expect(isOutage(span('5-6'))).toBe(false);
  expect(isOutage({ from: new Date(0), until: new Date(60_001) })).toBe(true);
  expect(isOutage(span('6-5'))).toBe(false);
});
