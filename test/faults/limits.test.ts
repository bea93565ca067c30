import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resumeSuspendedTracks } from '../../src/features/suspension/resume-suspended-tracks.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { dueAt } from '../support/conversation.ts';
import { type DiscordStage, openDiscordStage } from '../support/discord/stage.ts';
import { withRig } from '../support/rig.ts';
import { untilRoundsRest, untilRow } from '../support/settled.ts';
import { wrongs } from '../support/whole-state.ts';

const CHANNELS = 30;

/**
 * Discord bans an address that makes 10,000 invalid requests in ten minutes: those it answers with
 * 401, 403 or 429.
 */
describe('a bot that Discord refuses', () => {
  let clock: TestClock;
  let stage: DiscordStage;
  let bot: Bot;
  const channels: string[] = [];

  beforeEach(async () => {
    clock = testClock(MONDAY_NINE);
    stage = await openDiscordStage({ now: () => clock.peek() });
    bot = await startBot(stage, clock);
    channels.splice(0);
    for (let number = 1; number <= CHANNELS; number++) {
      channels.push(stage.addChannel(`team-${number}`));
      await bot.addTrack({ channel: channels.at(-1)!, cron: '0 10 * * *' });
    }
  });

  afterEach(async () => {
    await bot.stop();
    await stage.close();
  });

  it('with 401 does not send every question into it', async () => {
    stage.world.settings.tokenValid = false;
    await bot.goTo(dueAt(1));
    await everyQuestionWasTried();
    expect(refusals('401')).toBeGreaterThan(0);
    expect(refusals('401')).toBeLessThan(CHANNELS / 3);
  });

  it('with 403 suspends the tracks after a request or two each, and then is still', async () => {
    for (const channel of channels) stage.faults.allowPosting(channel, false);
    await bot.goTo(dueAt(1));
    await untilRow(
      async () => (await notSuspended()) === 0 && (await waitingJobs()) === 0,
      async () => `${await notSuspended()} notSuspended, ${await waitingJobs()} jobs`,
    );
    const { length } = stage.refusals();
    expect(length).toBeLessThanOrEqual(2 * CHANNELS);
    await bot.goTo(dueAt(2));
    await resumeSuspendedTracks(bot.runtime.context);
    expect(stage.refusals()).toHaveLength(length);
  });

  it('with a global 429 sends nothing more until the time is over', async () => {
    const limit = { count: 1000, seconds: 60, global: true };
    stage.world.settings.rateLimit = limit;
    await bot.goTo(dueAt(1));
    await everyQuestionWasTried();
    const sent = 1000 - limit.count;
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(CHANNELS / 3);
  });

  const refusals = (status: string): number =>
    stage.refusals().filter((refusal) => refusal.includes(status)).length;

  /** Each job came back at least once, refused or put off. */
  async function everyQuestionWasTried(): Promise<void> {
    const { db } = bot.runtime.context;
    await untilRow(
      async () => {
        const { rows } = await sql<{ count: number }>`
          select count(distinct data)::int as count from whetstone_jobs.job
          where name = 'ask' and (state in ('retry', 'completed'))
        `.execute(db);
        return rows[0]?.count === CHANNELS;
      },
      () => 'every question to be tried',
    );
  }

  async function notSuspended(): Promise<number> {
    const { db } = bot.runtime.context;
    const left = db.selectFrom('tracks').select('id').where('status', '!=', 'suspended');
    return (await left.execute()).length;
  }

  async function waitingJobs(): Promise<number> {
    const { db } = bot.runtime.context;
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from whetstone_jobs.job
      where state in ('created', 'active', 'retry') and name in ('ask', 'alert')
    `.execute(db);
    return rows[0]?.count ?? 0;
  }
});

it(
  'two processes send every request through the one address they are given',
  () =>
    withRig('discord', async (rig) => {
      const stage = rig.stage as DiscordStage;
      let passed = 0;
      rig.toPlatform.watch(({ bytes }) => {
        if (/^(GET|POST|PUT|PATCH) /.test(bytes.toString('latin1'))) passed++;
        return 'pass';
      });
      for (let track = 0; track < 5; track++) await rig.addTrack();
      await Promise.all([rig.start(), rig.start()]);
      await rig.due();
      await untilRoundsRest(rig.db);
      await rig.closeRounds();
      await untilRoundsRest(rig.db);
      expect(stage.requests.length).toBeGreaterThan(20);
      expect(passed).toBe(stage.requests.length);
      expect(await wrongs(rig.db, stage)).toEqual([]);
    }),
  90_000,
);

it(
  'a hundred channels at once are asked and revealed without a complaint',
  () =>
    withRig('slack', async (rig) => {
      for (let track = 0; track < 100; track++) await rig.addTrack();
      const bot = await rig.start();
      await rig.due();
      await untilRoundsRest(rig.db);
      await rig.closeRounds();
      await untilRoundsRest(rig.db);
      expect(await wrongs(rig.db, rig.stage)).toEqual([]);
      expect(bot.logged.filter(({ level }) => level !== 'info')).toEqual([]);
    }),
  120_000,
);
