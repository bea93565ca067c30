import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Track } from '../../src/db/tables.ts';
import { nextDue } from '../../src/domain/schedule.ts';
import { editTrack } from '../../src/features/track-admin/edit-track.ts';
import { type Bot, startBot } from '../support/bot.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { untilRoundsRest } from '../support/settled.ts';
import { openSlackStage, type SlackStage } from '../support/slack/stage.ts';
import { wrongs } from '../support/whole-state.ts';

const HOUR_MS = 3_600_000;

let clock: TestClock;
let stage: SlackStage;
let bot: Bot;

beforeEach(async () => {
  clock = testClock('2026-01-01T00:00:00Z');
  stage = await openSlackStage({ now: () => clock.peek() });
  bot = await startBot(stage, clock);
});

afterEach(async () => {
  const left = await wrongs(bot.runtime.context.db, stage);
  await bot.stop();
  await stage.close();
  expect(left).toEqual([]);
});

/** A track of this schedule, made at this instant; rounds are open for an hour. */
function addTrack(cron: string, timezone: string, made: string): Promise<Track> {
  clock.set(made);
  const nextDueAt = nextDue({ cron, timezone }, clock.peek()) ?? null;
  return bot.addTrack({ cron, timezone, answeringSeconds: 3600, nextDueAt });
}

/** Lets happen what is due at this instant, and all that follows from it. */
async function goTo(at: Date | string): Promise<void> {
  await bot.goTo(at);
  await untilRoundsRest(bot.runtime.context.db, () => clock.peek());
}

/** Ticks every half hour, as a bot does that never sleeps, only faster. */
async function walkTo(end: string): Promise<void> {
  while (clock.peek() < new Date(end)) await goTo(new Date(clock.peek().getTime() + HOUR_MS / 2));
}

/** When the rounds so far were due. */
async function dues(): Promise<readonly string[]> {
  const rounds = await bot.runtime.context.db
    .selectFrom('rounds')
    .select('dueAt')
    .orderBy('trackId')
    .orderBy('number')
    .execute();
  return rounds.map(({ dueAt }) => dueAt.toISOString().replace(':00.000Z', 'Z'));
}

describe('a daily question at a time that', () => {
  it.each([
    // The clock goes from 2:00 to 3:00, and the question comes at the first time there is: 3:00.
    ['Europe/Berlin', '30 2 * * *', '2026-03-28', ['28T01:30', '29T01:00', '30T00:30']],
    ['America/New_York', '30 2 * * *', '2026-03-07', ['07T07:30', '08T07:00', '09T06:30']],
    // Half an hour only: from 2:00 to 2:30.
    ['Australia/Lord_Howe', '15 2 * * *', '2026-10-02', ['02T15:45', '03T15:30', '04T15:15']],
  ])('the clock skips in %s comes every day', async (timezone, cron, from, expected) => {
    await addTrack(cron, timezone, `${from}T00:00:00Z`);
    await walkTo(daysLater(from, 3));
    expect(await dues()).toEqual(expected.map((time) => `${from.slice(0, 8)}${time}Z`));
    expect(stage.channelMessages()).toHaveLength(3);
  });

  it.each([
    ['Europe/Berlin', '30 2 * * *', '2026-10-24', ['24T00:30', '25T00:30', '26T01:30']],
    ['America/New_York', '30 1 * * *', '2026-10-31', ['31T05:30', '01T05:30', '02T06:30']],
    ['Australia/Lord_Howe', '45 1 * * *', '2026-04-03', ['03T14:45', '04T14:45', '05T15:15']],
  ])('comes twice in %s is asked once', async (timezone, cron, from, expected) => {
    await addTrack(cron, timezone, `${from}T00:00:00Z`);
    await walkTo(daysLater(from, 3));
    expect((await dues()).map((due) => due.slice(8))).toEqual(expected.map((time) => `${time}Z`));
    expect(stage.channelMessages()).toHaveLength(3);
  });

  it('falls on a leap day is asked on it', async () => {
    await addTrack('0 10 29 2 *', 'UTC', '2026-02-28T00:00:00Z');
    for (const day of ['2026-03-01', '2027-03-01', '2028-02-28']) await goTo(`${day}T12:00:00Z`);
    expect(await dues()).toEqual([]);
    await goTo('2028-02-29T10:00:00Z');
    expect(await dues()).toEqual(['2028-02-29T10:00Z']);
  });
});

function daysLater(day: string, count: number): string {
  return new Date(new Date(day).getTime() + count * 24 * HOUR_MS).toISOString();
}

describe('a clock that', () => {
  it('jumps back asks nothing again and reveals nothing again', async () => {
    await addTrack('0 10 * * *', 'UTC', '2026-05-04T09:00:00Z');
    await goTo('2026-05-04T10:00:00Z');
    await goTo('2026-05-04T11:00:00Z');
    await goTo('2026-05-04T08:00:00Z');
    await goTo('2026-05-04T10:00:00Z');
    await goTo('2026-05-04T11:30:00Z');
    expect(await dues()).toEqual(['2026-05-04T10:00Z']);
    await goTo('2026-05-05T10:00:00Z');
    expect(await dues()).toEqual(['2026-05-04T10:00Z', '2026-05-05T10:00Z']);
  });

  it('jumps ahead past a deadline and the next question closes the one and asks the other', async () => {
    await addTrack('0 10 * * *', 'UTC', '2026-05-04T09:00:00Z');
    await goTo('2026-05-04T10:00:00Z');
    await goTo('2026-05-05T10:00:05Z');
    expect(await dues()).toEqual(['2026-05-04T10:00Z', '2026-05-05T10:00Z']);
    expect(stage.channelMessages()[0]?.text).toContain('Closed.');
  });

  it('stood still for three days, as in a sleeping laptop, asks one question and not three', async () => {
    await addTrack('0 10 * * *', 'UTC', '2026-05-04T09:00:00Z');
    await goTo('2026-05-04T10:00:00Z');
    await goTo('2026-05-07T13:00:00Z');
    expect(await dues()).toEqual(['2026-05-04T10:00Z', '2026-05-07T10:00Z']);
    const [, late] = stage.channelMessages();
    expect(late?.text).toContain('2026-05-07 14:00 UTC');
  });
});

describe('a schedule', () => {
  it('that changes while a round is open leaves its deadline, and holds from then on', async () => {
    const track = await addTrack('0 10 * * *', 'UTC', '2026-05-04T09:00:00Z');
    await goTo('2026-05-04T10:00:00Z');
    const [before] = stage.channelMessages();
    const { deckIds, topics, difficulties, language } = track;
    const plan = { deckIds, topics, difficulties, language, answeringSeconds: 60 };
    const schedule = { cron: '30 10 * * *', timezone: 'UTC' };
    const edited = await editTrack(bot.runtime.context, {
      trackId: track.id,
      plan: { ...plan, ...schedule },
    });
    expect(edited.type).toBe('edited');
    await goTo('2026-05-04T10:30:00Z');
    expect(stage.channelMessages()[0]?.text).toBe(before?.text);
    expect(before?.text).toContain('2026-05-04 11:00 UTC');
    await goTo('2026-05-04T11:00:00Z');
    expect(stage.channelMessages()[0]?.text).toContain('Closed.');
    expect(await dues()).toEqual(['2026-05-04T10:00Z', '2026-05-04T10:30Z']);
  });

  it('a second behind another’s in the same channel is kept to the second', async () => {
    for (const second of ['00', '01']) {
      const track = await addTrack('0 10 * * *', 'UTC', '2026-05-04T09:00:00Z');
      await bot.runtime.context.db
        .updateTable('tracks')
        .set({ nextDueAt: new Date(`2026-05-04T10:00:${second}Z`) })
        .where('id', '=', track.id)
        .execute();
    }
    await goTo('2026-05-04T10:00:00.900Z');
    expect(stage.channelMessages()).toHaveLength(1);
    await goTo('2026-05-04T10:00:01Z');
    expect(stage.channelMessages()).toHaveLength(2);
    await goTo('2026-05-04T10:00:02Z');
    expect(stage.channelMessages()).toHaveLength(2);
  });
});
