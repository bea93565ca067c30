import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readDay } from '../../../src/domain/day.ts';
import { writeSkips } from '../../../src/domain/skipped-days.ts';
import { daysOfIcs, type ReadIcs } from '../../../src/features/calendar/ics/days-of-ics.ts';
import { readIcs } from '../../../src/features/calendar/ics/read-ics.ts';

const TODAY = readDay('2026-11-23') ?? Number.NaN;

const taskOf = (ics: string, timezone = 'Europe/Berlin') => ({ ics, today: TODAY, timezone });

const shape = (name: string): Promise<string> =>
  readFile(new URL(`shapes/${name}.ics`, import.meta.url), 'utf8');

const written = (read: ReadIcs): readonly string[] =>
  read.ok ? writeSkips(read.days).split('\n') : [read.fault.code];

const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');

const event = (uid: number, ...lines: readonly string[]): readonly string[] => [
  ...['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20260101T000000Z', 'SUMMARY:Often', ...lines],
  'END:VEVENT',
];

describe('the days off of a calendar', () => {
  it('are those of public holidays, from today on and two years ahead', async () => {
    expect(written(daysOfIcs(taskOf(await shape('public-holidays'))))).toEqual([
      '2026-12-25 – 2026-12-26 Christmas Day and Boxing Day',
      '2027-01-01 New Year’s Day',
      '2027-05-17 Whit Monday',
      '2028-01-01 New Year’s Day',
    ]);
  });

  it('are those of a team: ranges and recurring days, without what was taken out or cancelled', async () => {
    expect(written(daysOfIcs(taskOf(await shape('team-days-off'))))).toEqual([
      '2026-11-27 Focus Friday',
      '2026-12-07 – 2026-12-09 Offsite in Lisbon',
      '2027-01-28 Focus Thursday',
      '2027-02-26 Focus Friday',
    ]);
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Pacific/Auckland'])(
    'are those of Outlook, which writes whole days as times, for a track in %s',
    async (timezone) => {
      expect(written(daysOfIcs(taskOf(await shape('outlook'), timezone)))).toEqual([
        '2026-12-24 – 2027-01-01 Betriebsferien',
        '2027-03-28 Zeitumstellung',
      ]);
    },
  );

  it('may be none: a meeting takes no day', () => {
    const meeting = event(1, 'DTSTART:20261201T080000Z', 'DTEND:20261201T180000Z');
    expect(daysOfIcs(taskOf(calendar(...meeting)))).toEqual({ ok: true, days: [] });
  });

  it.each([
    ['a page', '<!doctype html><title>Calendar</title>', 'ics-not-a-calendar'],
    ['nothing', '', 'ics-not-a-calendar'],
    [
      'every minute for ever',
      calendar(...event(1, 'DTSTART:20200101T000000Z', 'RRULE:FREQ=MINUTELY')),
      'ics-too-often',
    ],
    [
      'every day for ever',
      calendar(...event(1, 'DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=DAILY')),
      'ics-every-day',
    ],
    [
      'too many',
      calendar(
        ...[1, 2, 3].flatMap((uid) =>
          event(uid, `DTSTART;VALUE=DATE:2020010${uid}`, 'RRULE:FREQ=DAILY;INTERVAL=2'),
        ),
      ),
      'ics-too-many',
    ],
  ])('are not read from %s', async (_what, ics, code) => {
    expect(await readIcs(taskOf(ics))).toMatchObject({ ok: false, fault: { code } });
  });

  it('are read where they hold nobody up: what takes too long is given up', async () => {
    const heavy = calendar(
      ...Array.from({ length: 400 }, (_, uid) =>
        event(uid, 'DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=YEARLY'),
      ).flat(),
    );
    expect(await readIcs(taskOf(heavy), { timeMs: 1, memoryMb: 64 })).toEqual({
      ok: false,
      fault: { code: 'ics-too-heavy' },
    });
  });
});
