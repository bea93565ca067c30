import { describe, expect, it } from 'vitest';
import { periodKey, periodsOf } from '../../src/domain/period.ts';

describe('the week and the month of an instant', () => {
  it.each([
    ['a day in the middle', '2026-11-25T12:00:00Z', 'UTC', '2026-W48', '2026-11'],
    ['a Sunday’s last second', '2026-11-29T23:59:59Z', 'UTC', '2026-W48', '2026-11'],
    ['a Monday’s first', '2026-11-30T00:00:00Z', 'UTC', '2026-W49', '2026-11'],
    ['the first of a month in the same week', '2026-12-01T00:00:00Z', 'UTC', '2026-W49', '2026-12'],
    [
      'New Year’s Day of the old year’s last week',
      '2027-01-01T12:00:00Z',
      'UTC',
      '2026-W53',
      '2027-01',
    ],
    [
      'a December day of the new year’s first week',
      '2024-12-30T12:00:00Z',
      'UTC',
      '2025-W01',
      '2024-12',
    ],
    ['a leap day', '2028-02-29T12:00:00Z', 'UTC', '2028-W09', '2028-02'],
    [
      'Monday in Auckland, Sunday in UTC',
      '2026-11-29T11:30:00Z',
      'Pacific/Auckland',
      '2026-W49',
      '2026-11',
    ],
    [
      'Sunday in New York, Monday in UTC',
      '2026-11-30T03:00:00Z',
      'America/New_York',
      '2026-W48',
      '2026-11',
    ],
    [
      'December in Auckland, November in UTC',
      '2026-11-30T11:30:00Z',
      'Pacific/Auckland',
      '2026-W49',
      '2026-12',
    ],
    [
      'the hour that comes twice in Berlin',
      '2026-10-25T00:30:00Z',
      'Europe/Berlin',
      '2026-W43',
      '2026-10',
    ],
  ])('%s', (_what, at, timezone, week, month) => {
    expect(periodsOf(new Date(at), timezone)).toEqual({ week, month });
  });

  it('are what a board of that period is kept under', () => {
    const at = new Date('2026-11-25T12:00:00Z');
    expect(periodKey('week', at, 'UTC')).toBe('2026-W48');
    expect(periodKey('month', at, 'UTC')).toBe('2026-11');
    expect(periodKey('all', at, 'UTC')).toBe('all');
  });
});
