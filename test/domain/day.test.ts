import { describe, expect, it } from 'vitest';
import { dayAt, isoDay, readDay, readDayNear } from '../../src/domain/day.ts';

describe('a day', () => {
  it.each([
    ['UTC', '2026-11-27T23:59:59Z', '2026-11-27'],
    ['Asia/Tokyo', '2026-11-27T15:00:00Z', '2026-11-28'],
    ['America/Los_Angeles', '2026-11-27T07:59:00Z', '2026-11-26'],
    // The clock is put back at one of these instants.
    ['Europe/Berlin', '2026-10-25T22:59:00Z', '2026-10-25'],
    ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
  ])('in %s at %s is the %s of its calendar', (timezone, at, day) => {
    expect(isoDay(dayAt(new Date(at), timezone))).toBe(day);
  });

  it.each([
    ['2026-12-24', '2026-12-24'],
    [' 2026-1-5 ', '2026-01-05'],
    ['24.12.2026', '2026-12-24'],
    ['5.1.2027', '2027-01-05'],
    ['2028-02-29', '2028-02-29'],
  ])('is read from %j', (written, day) => {
    expect(isoDay(readDay(written) ?? NaN)).toBe(day);
  });

  it.each([
    ...['', 'tomorrow', '2026-02-30', '2027-02-29', '2026-13-01', '2026-00-10', '31.04.2026'],
    ...['0026-12-24', '26-12-24', '12/24/2026', '2026-12-24T00:00', '2026-12-24 2026-12-25'],
  ])('is not read from %j', (written) => {
    expect(readDay(written)).toBeUndefined();
  });

  it.each([
    ['today', 100],
    [' Tomorrow', 101],
    ['сегодня', 100],
    ['Завтра', 101],
    ['2026-12-24', 20_811],
    ['constructor', undefined],
    ['someday', undefined],
  ])('near today is read from %j', (written, day) => {
    expect(readDayNear(written, 100)).toBe(day);
  });
});
