import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  newestAsked,
  nextAsked,
  roundsAhead,
  type SkippedDays,
} from '../../src/domain/calendar.ts';
import { type Day, midnight, readDay } from '../../src/domain/day.ts';
import { nextDue, parseSchedule } from '../../src/domain/schedule.ts';
import { startOfDay } from '../../src/domain/wall-clock.ts';
import { isInWeeks, mondayOf } from '../../src/domain/week-pattern.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const FIRST = readDay('2026-11-23') ?? Number.NaN;
const YEAR = 366;

const stored = (written: string, timezone = 'Europe/Berlin'): string => {
  const parsed = parseSchedule({ cron: written, timezone }, NOW);
  return parsed.ok ? parsed.schedule.cron : parsed.faults.map(({ code }) => code).join();
};

describe('every second week', () => {
  test.each([
    ['every second week on monday at 10', '0 10 * * 1 every 2 weeks from 2026-11-30'],
    ['every other tuesday at 9:30', '30 9 * * 2 every 2 weeks from 2026-11-23'],
    ['every 3 weeks on mon and thu 18:00', '0 18 * * 1,4 every 3 weeks from 2026-11-23'],
    ['fortnightly on weekdays at 10', '0 10 * * 1-5 every 2 weeks from 2026-11-23'],
    ['every second monday at 10:00 from 2026-12-09', '0 10 * * 1 every 2 weeks from 2026-12-07'],
    ['раз в две недели по средам в 10', '0 10 * * 3 every 2 weeks from 2026-11-23'],
    ['каждую вторую пятницу в 17:00', '0 17 * * 5 every 2 weeks from 2026-11-23'],
    ['каждую третью неделю по пн 10:00 с 07.12.2026', '0 10 * * 1 every 3 weeks from 2026-12-07'],
    ['0 10 * * 1 every 2 weeks from 2026-11-30', '0 10 * * 1 every 2 weeks from 2026-11-30'],
  ])('“%s” is %s', (written, cron) => {
    expect(stored(written)).toBe(cron);
    // What is stored is what a form gives back.
    expect(stored(cron)).toBe(cron);
  });

  test.each([
    'every second week at 10:00',
    'every 99 weeks on monday at 10',
    'every second week on someday at 10',
    'every second monday at 10 from someday',
  ])('“%s” is refused', (written) => {
    expect(stored(written)).toBe('cron-invalid');
  });
});

const ZONES = [
  ...['UTC', 'Europe/Berlin', 'America/New_York', 'Africa/Cairo', 'Asia/Kolkata'],
  ...['Australia/Lord_Howe', 'Pacific/Auckland', 'America/St_Johns'],
];

/** A schedule, and whether a day of the calendar is one of its own. */
interface Known {
  readonly days: string;
  readonly weeks: string;
  readonly isOwn: (day: Day) => boolean;
}

const weekday = (day: Day): number => midnight(day).getUTCDay();
const date = (day: Day): number => midnight(day).getUTCDate();
const isLast = (day: Day): boolean => date(day + 7) < date(day);

const weekly = fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 7 }).chain((days) =>
  fc
    .option(fc.record({ every: fc.integer({ min: 2, max: 5 }), shift: fc.nat(60) }))
    .map((weeks): Known => {
      const from = mondayOf(FIRST - 30 + (weeks?.shift ?? 0));
      const text = midnight(from).toISOString().slice(0, 10);
      return {
        days: days.join(','),
        weeks: weeks ? ` every ${weeks.every} weeks from ${text}` : '',
        isOwn: (day) =>
          days.includes(weekday(day)) && (!weeks || isInWeeks({ every: weeks.every, from }, day)),
      };
    }),
);

const monthly = fc
  .record({ day: fc.nat(6), nth: fc.integer({ min: 1, max: 5 }) })
  .map(({ day, nth }): Known => ({
    days: `${day}#${nth === 5 ? 'L' : nth}`,
    weeks: '',
    isOwn: (one) =>
      weekday(one) === day && (nth === 5 ? isLast(one) : Math.ceil(date(one) / 7) === nth),
  }));

const skips = fc.array(
  fc.record({ from: fc.nat(YEAR), length: fc.nat(20) }).map(({ from, length }): SkippedDays => ({
    ...{ from: FIRST + from, until: FIRST + from + length, reason: '' },
  })),
  { maxLength: 6 },
);

const time = fc.record({ hour: fc.nat(22), minute: fc.constantFrom(0, 15, 30, 59) });

describe('a year of dates', () => {
  it('has a round on each day of the schedule that is not skipped, in every zone, and on no other', () => {
    fc.assert(
      fc.property(
        fc.oneof(weekly, monthly),
        skips,
        time,
        fc.constantFrom(...ZONES),
        (known, skipped, { hour, minute }, timezone) => {
          const at = `${minute} ${hour} * *`;
          const calendar = { cron: `${at} ${known.days}${known.weeks}`, timezone, skips: skipped };
          const start = new Date(startOfDay(FIRST, timezone).getTime() - 1);
          const expected: Date[] = [];
          for (let day = FIRST; day < FIRST + YEAR; day += 1) {
            const isSkipped = skipped.some(({ from, until }) => from <= day && day <= until);
            if (isSkipped || !known.isOwn(day)) continue;
            // That it comes once a day, past gaps and overlaps, is tested of schedules alone.
            const dayBefore = new Date(startOfDay(day, timezone).getTime() - 1);
            const due = nextDue({ cron: `${at} *`, timezone }, dayBefore);
            if (due) expected.push(due);
          }
          const { asked } = roundsAhead(calendar, start, expected.length);
          expect(asked).toEqual(expected);
          for (const [index, due] of expected.entries()) {
            const before = expected[index - 1] ?? start;
            expect(nextAsked(calendar, before)).toEqual(due);
            // However late somebody looks before the next one, it is the newest.
            const late = new Date((expected[index + 1]?.getTime() ?? due.getTime() + 1) - 1);
            expect(newestAsked(calendar, before, late)).toEqual(due);
          }
        },
      ),
      { seed: 20261123, numRuns: 40 },
    );
  });
});
