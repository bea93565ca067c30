import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  newestDue,
  nextDue,
  nextDues,
  parseSchedule,
  type Schedule,
} from '../../src/domain/schedule.ts';

const NOW = new Date('2026-11-23T09:00:00Z');

describe('when the clocks change', () => {
  test.each([
    ['Berlin', '30 2 * * *', 'Europe/Berlin', '2027-03-27T12:00Z', '2027-03-28T01:00Z'],
    ['New York', '30 2 * * *', 'America/New_York', '2027-03-13T12:00Z', '2027-03-14T07:00Z'],
    // Lord Howe moves by half an hour, Cairo at midnight.
    ['Lord Howe', '15 2 * * *', 'Australia/Lord_Howe', '2026-10-03T00:00Z', '2026-10-03T15:30Z'],
    ['Cairo', '0 0 * * *', 'Africa/Cairo', '2026-04-23T12:00Z', '2026-04-23T22:00Z'],
  ])('in %s a time that is skipped comes at the first that exists', (_, cron, timezone, ...at) => {
    const [from, due] = at;
    expect(nextDue({ cron, timezone }, new Date(from))).toEqual(new Date(due));
  });

  test.each([
    ['Berlin', '30 2 * * *', 'Europe/Berlin', '2026-10-25T00:30Z', '2026-10-26T01:30Z'],
    ['New York', '30 1 * * *', 'America/New_York', '2026-11-01T05:30Z', '2026-11-02T06:30Z'],
    ['Lord Howe', '45 1 * * *', 'Australia/Lord_Howe', '2026-04-04T14:45Z', '2026-04-05T15:15Z'],
  ])('in %s a time that comes twice counts once', (_, cron, timezone, first, following) => {
    const schedule = { cron, timezone };
    expect(nextDues(schedule, before(first), 2)).toEqual([new Date(first), new Date(following)]);
    expect(nextDue(schedule, secondsAfter(first, 5))).toEqual(new Date(following));
  });

  it('keeps the wall clock through the year: ten in Berlin is nine in summer time', () => {
    const schedule = { cron: '0 10 * * *', timezone: 'Europe/Berlin' };
    const dues = nextDues(schedule, new Date('2026-10-23T12:00Z'), 2);
    expect(dues.map(utc)).toEqual(['2026-10-24T08:00', '2026-10-25T09:00']);
  });

  it('goes on every hour of the clock that passes, the repeated one included', () => {
    const schedule = { cron: '0 * * * *', timezone: 'America/New_York' };
    const dues = nextDues(schedule, new Date('2026-11-01T04:30Z'), 3);
    expect(dues.map(utc)).toEqual(['2026-11-01T05:00', '2026-11-01T06:00', '2026-11-01T07:00']);
  });
});

describe('the calendar', () => {
  it('waits for the leap day', () => {
    const schedule = { cron: '0 10 29 2 *', timezone: 'Europe/London' };
    const dues = nextDues(schedule, new Date('2027-01-01T00:00Z'), 2);
    expect(dues.map(utc)).toEqual(['2028-02-29T10:00', '2032-02-29T10:00']);
  });

  it('is due at the first instant after, never at the instant itself', () => {
    const schedule = { cron: '0 10 * * *', timezone: 'UTC' };
    expect(nextDue(schedule, new Date('2026-11-23T10:00:00Z'))).toEqual(
      new Date('2026-11-24T10:00:00Z'),
    );
  });

  it('follows weekdays on the calendar of the zone', () => {
    const schedule = { cron: '0 8 * * 1', timezone: 'Pacific/Auckland' };
    expect(nextDue(schedule, new Date('2026-11-22T12:00Z'))).toEqual(new Date('2026-11-22T19:00Z'));
  });
});

describe('catching up', () => {
  const daily = { cron: '0 10 * * *', timezone: 'UTC' };
  const monday = new Date('2026-11-23T10:00Z');

  it('takes the newest missed instant', () => {
    expect(newestDue(daily, monday, new Date('2026-11-26T12:00Z'))).toEqual(
      new Date('2026-11-26T10:00Z'),
    );
  });

  it('takes an instant that is just now, and nothing where none was missed', () => {
    const tuesday = new Date('2026-11-24T10:00Z');
    expect(newestDue(daily, monday, tuesday)).toEqual(tuesday);
    expect(newestDue(daily, monday, new Date('2026-11-24T09:59:59.999Z'))).toBeUndefined();
    expect(newestDue(daily, monday, monday)).toBeUndefined();
  });

  it('agrees with walking forward from one instant to the next, in every zone', () => {
    fc.assert(
      fc.property(schedules, fc.integer({ min: 0, max: 48 * 365 }), (schedule, halfHours) => {
        const after = new Date(Date.parse('2026-01-01T00:00Z') + halfHours * 1_800_000);
        const until = new Date(after.getTime() + 50 * 3_600_000);
        const walked = walk(schedule, after, until);
        expect(newestDue(schedule, after, until)).toEqual(walked.at(-1));
        expect(nextDues(schedule, after, walked.length)).toEqual(walked);
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});

describe('what people write', () => {
  const check = (cron: string, timezone = 'Europe/Moscow') =>
    parseSchedule({ cron, timezone }, NOW);

  it('takes cron and words alike', () => {
    const schedule = { cron: '0 10 * * 1-5', timezone: 'Europe/Moscow' };
    expect(check('0 10 * * 1-5')).toEqual({ ok: true, schedule });
    expect(check(' weekdays  10:00 ')).toEqual({ ok: true, schedule });
  });

  test.each([
    ['every blue moon', 'cron-invalid'],
    ['61 10 * * *', 'cron-invalid'],
    ['0 10 * *', 'cron-invalid'],
    ['', 'cron-invalid'],
    ['every day at nine or ten', 'cron-invalid'],
    ['constructor 10:00', 'cron-invalid'],
    ['constructor 25:00', 'cron-invalid'],
    ['99', 'cron-invalid'],
    ['*/10 * * * * *', 'cron-too-often'],
    ['0 10 31 2 *', 'cron-never'],
  ])('refuses “%s” as %s', (given, code) => {
    expect(check(given)).toMatchObject({ ok: false, faults: [{ code }] });
  });

  test.each([
    ['daily', 'time-missing', 'daily'],
    ['Weekdays  at', 'time-missing', 'Weekdays at'],
    ['every second Monday', 'time-missing', 'every second Monday'],
    ['первая среда месяца', 'time-missing', 'первая среда месяца'],
    ['daily 25:00', 'time-invalid', '25:00'],
    ['по будням в 10:75', 'time-invalid', '10:75'],
    ['13 PM, weekends', 'time-invalid', '13 pm'],
    ['every second Monday at 24', 'time-invalid', '24'],
    ['25:00', 'time-invalid', '25:00'],
  ])('tells of “%s” as %s', (written, code, given) => {
    expect(check(written)).toMatchObject({ ok: false, faults: [{ code, given }] });
  });

  it('tells both faults at once', () => {
    expect(check('nonsense', 'Europe/Moskow')).toEqual({
      ok: false,
      faults: [
        { code: 'cron-invalid', given: 'nonsense' },
        { code: 'timezone-unknown', given: 'Europe/Moskow', near: ['Europe/Moscow'] },
      ],
    });
  });
});

const schedules: fc.Arbitrary<Schedule> = fc.record({
  cron: fc.constantFrom('30 2 * * *', '0 * * * *', '15,45 0-3 * * *', '0 9 * * 1-5', '0 0 * * *'),
  timezone: fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'America/Santiago',
    'Asia/Kathmandu',
    'UTC',
  ),
});

function walk(schedule: Schedule, after: Date, until: Date): Date[] {
  const dues: Date[] = [];
  for (let due = nextDue(schedule, after); due && due <= until; due = nextDue(schedule, due)) {
    dues.push(due);
  }
  return dues;
}

const before = (at: string): Date => new Date(Date.parse(at) - 3_600_000);
const secondsAfter = (at: string, seconds: number): Date =>
  new Date(Date.parse(at) + seconds * 1000);
const utc = (at: Date): string => at.toISOString().slice(0, 16);
