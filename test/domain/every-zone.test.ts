import { describe, expect, it } from 'vitest';
import { newestDue, nextDue, type Schedule } from '../../src/domain/schedule.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const FROM = Date.parse('2026-01-01T00:00Z');
const UNTIL = Date.parse('2036-01-01T00:00Z');
/** No zone puts its clock forward and back within this time. */
const STEP_MS = 20 * DAY_MS;

/** An instant at which a zone's clock is put forward or back, by offsets from UTC in minutes. */
interface Change {
  readonly timezone: string;
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

function changesIn(timezone: string): readonly Change[] {
  const offset = offsetsOf(timezone);
  const changes: Change[] = [];
  let before = offset(FROM);
  for (let from = FROM; from < UNTIL; from += STEP_MS) {
    const [start, after] = [before, offset(from + STEP_MS)];
    before = after;
    if (start === after) continue;
    const at = firstMinute(from, (minute) => offset(minute) !== start);
    changes.push({ timezone, at, before: start, after });
  }
  return changes;
}

/** The first minute of a step for which something is true that stays true. */
function firstMinute(from: number, isTrue: (at: number) => boolean): number {
  let [early, late] = [0, STEP_MS / MINUTE_MS];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (isTrue(from + middle * MINUTE_MS)) late = middle;
    else early = middle;
  }
  return from + late * MINUTE_MS;
}

function offsetsOf(timeZone: string): (at: number) => number {
  const clock = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return (at) => {
    const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(clock.format(at)) ?? [];
    return Number(`${sign ?? '+'}1`) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  };
}

/** Every change that some zone goes through; zones that change alike are looked at once. */
function allChanges(): readonly Change[] {
  const changes = Intl.supportedValuesOf('timeZone').flatMap(changesIn);
  const keyOf = ({ at, before, after }: Change) => `${at} ${before} ${after}`;
  return [...new Map(changes.map((change) => [keyOf(change), change])).values()];
}

/** Midnight, the last half hour, and a quarter of an hour into what is skipped or comes twice. */
function timesAround({ at, before, after }: Change): readonly string[] {
  const within = new Date(at + (Math.min(before, after) + 15) * MINUTE_MS);
  return ['0 0', '30 23', `${within.getUTCMinutes()} ${within.getUTCHours()}`];
}

/** The due instants of the days around a change. */
function duesAround(schedule: Schedule, at: number): readonly Date[] {
  const dues: Date[] = [];
  let due = nextDue(schedule, new Date(at - 1.5 * DAY_MS));
  for (; due && due.getTime() < at + 2 * DAY_MS; due = nextDue(schedule, due)) dues.push(due);
  return dues;
}

/** Two questions of a day each are a day apart, and what a clock is ever put by. */
const isADayApart = (from: Date, to: Date): boolean =>
  Math.abs(to.getTime() - from.getTime() - DAY_MS) <= 2 * HOUR_MS;

function isDaily(dues: readonly Date[]): boolean {
  const [first, ...others] = dues;
  if (!first || others.length < 2) return false;
  return others.every((due, index) => isADayApart(dues[index]!, due));
}

describe('a daily question', () => {
  it('comes once a day in every zone of the database, over ten years', { timeout: 0 }, () => {
    const changes = allChanges();
    const wrong = changes.flatMap((change) =>
      timesAround(change)
        .map((time) => ({ cron: `${time} * * *`, timezone: change.timezone }))
        .filter((schedule) => !isDaily(duesAround(schedule, change.at)))
        .map(({ cron, timezone }) => `${timezone} ${cron} ${new Date(change.at).toISOString()}`),
    );
    expect(changes.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['America/Nuuk', '2026-03-29T01:00Z'],
    ['America/Scoresbysund', '2026-03-29T01:00Z'],
    ['America/Nuuk', '2027-03-28T01:00Z'],
  ])('in %s comes at midnight where the clock skips the hour before: %s', (timezone, midnight) => {
    const schedule = { cron: '30 23 * * *', timezone };
    const due = new Date(midnight);
    const dayBefore = new Date(due.getTime() - DAY_MS);
    expect(nextDue(schedule, new Date(dayBefore.getTime() + HOUR_MS))).toEqual(due);
    expect(nextDue(schedule, due)).toEqual(new Date(due.getTime() + DAY_MS - HOUR_MS / 2));
    expect(newestDue(schedule, dayBefore, due)).toEqual(due);
    expect(newestDue(schedule, dayBefore, new Date(due.getTime() + 3 * HOUR_MS))).toEqual(due);
  });

  it('that comes on one weekday is not lost where that day has no such hour', () => {
    const schedule = { cron: '30 23 * * 6', timezone: 'America/Nuuk' };
    const saturday = new Date('2026-03-28T12:00Z');
    expect(nextDue(schedule, saturday)).toEqual(new Date('2026-03-29T01:00Z'));
  });

  it('that comes every hour comes at no time of its own there', () => {
    const schedule = { cron: '30 * * * *', timezone: 'America/Nuuk' };
    expect(nextDue(schedule, new Date('2026-03-29T00:45Z'))).toEqual(new Date('2026-03-29T01:30Z'));
  });
});
