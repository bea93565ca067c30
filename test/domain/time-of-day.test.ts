import { expect, it } from 'vitest';
import {
  newestTimeOfDay,
  nextTimeOfDay,
  readTimeOfDay,
  timeOfDayText,
} from '../../src/domain/time-of-day.ts';

it.each([
  ['9', '09:00'],
  ['9:05', '09:05'],
  ['21.30', '21:30'],
  ['9 pm', '21:00'],
  [' в 9 утра ', '09:00'],
  ['0:00', '00:00'],
])('reads %j as %s', (written, text) => {
  expect(timeOfDayText(readTimeOfDay(written)!)).toBe(text);
});

it.each(['', '24:00', '9:60', '-1', 'noon', 'daily 9:00', '9:00 tomorrow', '2026-11-24'])(
  'reads no time in %j',
  (written) => {
    expect(readTimeOfDay(written)).toBeUndefined();
  },
);

it('comes once on every day, also where the clock is changed', () => {
  const days = (minute: number, from: string) => {
    let at = new Date(from);
    return Array.from({ length: 3 }, () => {
      at = nextTimeOfDay(minute, 'Europe/Berlin', at);
      return at.toISOString().slice(5, 16);
    });
  };
  // 02:30 is skipped on 28 March 2027, and comes twice on 31 October.
  expect(days(150, '2027-03-27T00:00:00Z')).toEqual(['03-27T01:30', '03-28T01:00', '03-29T00:30']);
  expect(days(150, '2027-10-30T00:00:00Z')).toEqual(['10-30T00:30', '10-31T00:30', '11-01T01:30']);
});

it('was last shown today, however long nobody looked', () => {
  const after = new Date('2026-11-01T08:00:00Z');
  const newest = (until: string) =>
    newestTimeOfDay(540, 'UTC', { after, until: new Date(until) })?.toISOString();
  expect(newest('2026-11-24T10:00:00Z')).toBe('2026-11-24T09:00:00.000Z');
  expect(newest('2026-11-01T08:59:00Z')).toBeUndefined();
});
