import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Calendar, newestAsked, nextAsked, roundsAhead } from '../../src/domain/calendar.ts';
import { dayAt, readDay } from '../../src/domain/day.ts';
import { nextDues } from '../../src/domain/schedule.ts';
import { startOfDay } from '../../src/domain/wall-clock.ts';

const day = (written: string): number => readDay(written) ?? NaN;
const skip = (from: string, until = from, reason = '') => ({
  ...{ from: day(from), until: day(until), reason },
});
const weekdays = { cron: '0 10 * * 1-5', timezone: 'Europe/Berlin' };
const winter = skip('2026-12-24', '2027-01-03', 'Winter break');

describe('skipped days', () => {
  it('make no round, and the schedule goes on after them', () => {
    const calendar = { ...weekdays, skips: [winter] };
    expect(nextAsked(calendar, new Date('2026-12-23T08:00Z'))).toEqual(
      new Date('2026-12-23T09:00Z'),
    );
    expect(nextAsked(calendar, new Date('2026-12-23T09:00Z'))).toEqual(
      new Date('2027-01-04T09:00Z'),
    );
  });

  it('are days of the track’s own zone', () => {
    const early = { cron: '30 8 * * *', timezone: 'Pacific/Auckland', skips: [skip('2026-12-25')] };
    const { asked } = roundsAhead(early, new Date('2026-12-23T12:00Z'), 2);
    // The morning of the 24th there, and that of the 26th.
    expect(asked).toEqual([new Date('2026-12-23T19:30Z'), new Date('2026-12-25T19:30Z')]);
  });

  it('are told beside the rounds that come, where they take one away', () => {
    const saturday = skip('2026-12-26');
    const far = skip('2027-02-01');
    const calendar = { ...weekdays, skips: [saturday, winter, far] };
    expect(roundsAhead(calendar, new Date('2026-12-22T09:00Z'), 3)).toEqual({
      asked: ['2026-12-23T09:00Z', '2027-01-04T09:00Z', '2027-01-05T09:00Z'].map(
        (at) => new Date(at),
      ),
      skipped: [winter],
    });
  });

  it('are passed over by a bot that comes late', () => {
    const calendar = { ...weekdays, skips: [winter] };
    const missed = new Date('2026-12-22T09:00Z');
    const newest = (until: string) => newestAsked(calendar, missed, new Date(until));
    expect(newest('2026-12-29T12:00Z')).toEqual(new Date('2026-12-23T09:00Z'));
    expect(newest('2026-12-23T08:00Z')).toBeUndefined();
    expect(newest('2027-01-04T12:00Z')).toEqual(new Date('2027-01-04T09:00Z'));
  });

  it('cost little where something comes every minute', () => {
    const calendar = { cron: '* * * * *', timezone: 'Europe/Berlin', skips: [winter] };
    expect(nextAsked(calendar, new Date('2026-12-24T05:00Z'))).toEqual(
      new Date('2027-01-03T23:00Z'),
    );
  });
});

test.each([
  ['Europe/Berlin', '2027-03-28', '2027-03-27T23:00Z'],
  // Midnight is skipped in Cairo, and shown twice in Beirut, where the first one ends the day before.
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00Z'],
  ['Asia/Beirut', '2026-10-25', '2026-10-24T22:00Z'],
  ['America/Havana', '2026-11-01', '2026-11-01T04:00Z'],
])('in %s the day %s starts at %s', (timezone, written, start) => {
  expect(startOfDay(day(written), timezone)).toEqual(new Date(start));
});

it('agrees with walking through a spring due by due, in any zone and with any days', () => {
  const start = day('2026-03-01');
  const aSkip = fc
    .record({ from: fc.integer({ min: start, max: start + 90 }), days: fc.nat({ max: 20 }) })
    .map(({ from, days }) => ({ from, until: from + days, reason: '' }));
  const calendars: fc.Arbitrary<Calendar> = fc.record({
    cron: fc.constantFrom('0 10 * * 1-5', '30 0 * * *', '30 23 * * *', '15 2 1,15 * *'),
    timezone: fc.constantFrom('Europe/Berlin', 'America/Nuuk', 'Africa/Cairo', 'Asia/Beirut'),
    skips: fc.array(aSkip, { maxLength: 6 }),
  });
  fc.assert(
    fc.property(calendars, (calendar) => {
      const [from, until] = [new Date('2026-03-01T00:00Z'), new Date('2026-06-01T00:00Z')];
      const isAsked = (at: Date) => {
        const on = dayAt(at, calendar.timezone);
        return !calendar.skips.some((one) => one.from <= on && on <= one.until);
      };
      const within = (at: Date) => at <= until;
      const walked = nextDues(calendar, from, 93).filter(within).filter(isAsked);
      const { asked } = roundsAhead(calendar, from, walked.length + 1);
      expect(asked.filter(within)).toEqual(walked);
      expect(newestAsked(calendar, from, until)).toEqual(walked.at(-1));
    }),
    { numRuns: 4 },
  );
});
