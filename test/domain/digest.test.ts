import { describe, expect, it } from 'vitest';
import { isoDay } from '../../src/domain/day.ts';
import {
  type DigestPlan,
  newestDigest,
  nextDigest,
  periodEnded,
  readDigestPeriod,
  readDigestTime,
  readPeriod,
} from '../../src/domain/digest.ts';

const plan = (change: Partial<DigestPlan> = {}): DigestPlan => ({
  ...{ every: 'week', minute: null, cron: '30 9,14 * * 2-5', timezone: 'UTC' },
  ...change,
});
const next = (of: DigestPlan, after: string): string =>
  nextDigest(of, new Date(after)).toISOString();

describe('a digest is due', () => {
  it('on Mondays or the first of a month, at the first time of day at which the track asks', () => {
    expect(next(plan(), '2026-11-23T09:30:00Z')).toBe('2026-11-30T09:30:00.000Z');
    expect(next(plan({ every: 'month' }), '2026-11-23T12:00:00Z')).toBe('2026-12-01T09:30:00.000Z');
    const weeks = plan({ cron: '0 16 * * 1 every 2 weeks from 2026-11-23' });
    expect(next(weeks, '2026-11-24T00:00:00Z')).toBe('2026-11-30T16:00:00.000Z');
    expect(next(plan({ minute: 7 * 60 }), '2026-11-23T06:59:00Z')).toBe('2026-11-23T07:00:00.000Z');
  });

  it('once where the clock skips or repeats its hour', () => {
    const skipped = plan({ every: 'month', minute: 30, timezone: 'America/Asuncion' });
    expect(next(skipped, '2023-09-02T00:00:00Z')).toBe('2023-10-01T04:00:00.000Z');
    const twice = plan({ every: 'month', minute: 90, timezone: 'America/New_York' });
    expect(next(twice, '2026-10-02T00:00:00Z')).toBe('2026-11-01T05:30:00.000Z');
    expect(next(twice, '2026-11-01T05:30:00Z')).toBe('2026-12-01T06:30:00.000Z');
  });

  it('and is still news for six hours, the newest alone', () => {
    const newest = (now: string) =>
      newestDigest(plan(), new Date('2026-11-02T09:30:00Z'), new Date(now))?.toISOString();
    expect(newest('2026-11-23T09:29:59Z')).toBeUndefined();
    expect(newest('2026-11-23T09:30:00Z')).toBe('2026-11-23T09:30:00.000Z');
    expect(newest('2026-11-23T15:29:00Z')).toBe('2026-11-23T09:30:00.000Z');
    expect(newest('2026-11-23T15:31:00Z')).toBeUndefined();
  });
});

describe('what a digest tells of', () => {
  const ended = (every: 'week' | 'month', dueAt: string, timezone = 'UTC') => {
    const period = periodEnded(every, new Date(dueAt), timezone);
    const { key, from, until } = period;
    expect(readPeriod(key)).toEqual(period);
    return [key, isoDay(from), isoDay(until)];
  };

  it('is the period that has just ended, in the track’s zone', () => {
    expect(ended('week', '2026-11-30T09:30:00Z')).toEqual(['2026-W48', '2026-11-23', '2026-11-29']);
    expect(ended('month', '2026-03-01T00:00:00Z')).toEqual(['2026-02', '2026-02-01', '2026-02-28']);
    expect(ended('month', '2027-01-01T05:00:00Z', 'America/New_York')).toEqual([
      ...['2026-12', '2026-12-01', '2026-12-31'],
    ]);
    expect(ended('week', '2027-01-03T20:00:00Z', 'Pacific/Auckland')).toEqual([
      ...['2026-W53', '2026-12-28', '2027-01-03'],
    ]);
  });
});

describe('what people type', () => {
  it('is read in both languages', () => {
    expect(['weekly', ' Monthly ', 'off', 'еженедельно', 'daily'].map(readDigestPeriod)).toEqual([
      ...['week', 'month', null, 'week', undefined],
    ]);
    expect(['9', '9:30 pm', 'default', '', '25:00', 'noonish'].map(readDigestTime)).toEqual([
      ...[540, 1290, null, null, undefined, undefined],
    ]);
  });
});
