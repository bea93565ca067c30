import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Track } from '../../src/db/tables.ts';
import { trackById } from '../../src/db/tracks.ts';
import { resumeSuspendedTracks } from '../../src/features/suspension/resume-suspended-tracks.ts';
import { button, formOf, messageOf } from '../support/answered.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { answer, closed, deadlineOf, dueAt, said } from '../support/conversation.ts';
import { type DiscordStage, openDiscordStage } from '../support/discord/stage.ts';
import { guildCreatePayload } from '../support/discord/wire.ts';
import { REMOTE_STAGES } from '../support/remote-stages.ts';
import { jobs, untilRoundsRest, untilRow } from '../support/settled.ts';
import type { Stage } from '../support/stage.ts';

interface Scene<S extends Stage> {
  readonly stage: S;
  readonly bot: Bot;
  readonly clock: TestClock;
  readonly track: Track;
}

async function openScene<S extends Stage>(open: (now: () => Date) => Promise<S>) {
  const clock = testClock(MONDAY_NINE);
  const stage = await open(() => clock.peek());
  const bot = await startBot(stage, clock);
  return { stage, bot, clock, track: await bot.addTrack({ cron: '0 10 * * *' }) };
}

async function close({ stage, bot }: Scene<Stage>): Promise<void> {
  await bot.stop();
  await stage.close();
}

/** Resolves when the track is suspended and nothing is left to try; returns why. */
async function untilSuspended({ bot, track }: Scene<Stage>): Promise<string> {
  const { db } = bot.runtime.context;
  return untilRow(
    async () => {
      const now = await trackById(db, track.id);
      const left = await jobs(db);
      return (
        now?.status === 'suspended' && left.length === 0 && (now.suspendedReason ?? 'no reason')
      );
    },
    async () => JSON.stringify([await trackById(db, track.id), await jobs(db)]),
    15_000,
  );
}

const settle = ({ bot, clock }: Scene<Stage>) =>
  untilRoundsRest(bot.runtime.context.db, () => clock.peek());

describe.each(REMOTE_STAGES)('a track on $name', ({ name, open }) => {
  let scene: Scene<Stage>;
  beforeEach(async () => (scene = await openScene(open)));
  afterEach(() => close(scene));

  it('is suspended when the bot may not post, tries no more, and goes on when it may', async () => {
    const { stage, bot } = scene;
    stage.faults.allowPosting(stage.channel, false);
    await bot.goTo(dueAt(1));
    expect(await untilSuspended(scene)).toMatch(/^forbidden/);
    const refused = stage.refusals().length;
    await bot.goTo(new Date(dueAt(1).getTime() + 3_600_000));
    await resumeSuspendedTracks(bot.runtime.context);
    expect(stage.refusals()).toHaveLength(refused);
    const manager = stage.person('Mo', { manages: true });
    expect(await said(manager, 'track', 'list')).toMatch(/stopped/i);

    stage.faults.allowPosting(stage.channel, true);
    await resumeSuspendedTracks(bot.runtime.context);
    await settle(scene);
    expect(stage.channelMessages().map(({ text }) => text.split('\n')[0])).toEqual(['Question 1']);
  });

  it('is suspended as soon as its channel is deleted, and asks nothing of the platform', async () => {
    const { stage, bot } = scene;
    stage.faults.deleteChannel(stage.channel);
    await stage.until(() => true);
    expect(await untilSuspended(scene)).toBe('channel-gone');
    await bot.goTo(dueAt(1));
    expect(await jobs(bot.runtime.context.db)).toEqual([]);
  });

  it('whose channel is deleted has whoever set it up told, once', async () => {
    const { stage, bot, track } = scene;
    const { db } = bot.runtime.context;
    const mo = stage.person('Mo', { manages: true });
    const form = formOf(await mo.run('track', 'edit', { track: String(track.id) }));
    const preview = messageOf(await mo.send(form, {}));
    await mo.press(button(preview, 'Save'));
    stage.faults.deleteChannel(stage.channel);
    expect(await untilSuspended(scene)).toBe('channel-gone');
    await resumeSuspendedTracks(bot.runtime.context);
    await untilRow(
      async () => (await jobs(db)).length === 0,
      () => 'no job to be left',
    );
    expect(mo.told().map(({ text }) => text.split('\n')[0])).toEqual([
      `The questions of track ${track.id} have stopped`,
    ]);
  });

  it('is suspended when the bot is removed', async () => {
    const { stage } = scene;
    stage.faults.removeBot();
    expect(await untilSuspended(scene)).toBe('workspace-gone');
    expect(stage.name).toBe(name);
  });
});

describe('a track on discord', () => {
  let scene: Scene<DiscordStage>;
  beforeEach(async () => (scene = await openScene((now) => openDiscordStage({ now }))));
  afterEach(() => close(scene));

  it('goes on when the bot is invited again', async () => {
    const { stage, bot } = scene;
    stage.faults.removeBot();
    await untilSuspended(scene);
    stage.world.settings.botIsMember = true;
    stage.gateway.dispatch('GUILD_CREATE', guildCreatePayload(stage.world));
    await untilRow(
      async () => (await trackById(bot.runtime.context.db, scene.track.id))?.status === 'active',
      () => 'the track to go on',
    );
    await bot.goTo(dueAt(1));
    await bot.question(1);
  });

  it('whose permission to open threads is gone says so in the channel, once', async () => {
    const { stage, bot } = scene;
    const channel = stage.world.channels.get(stage.channel);
    channel!.denied |= PermissionFlagsBits.CreatePublicThreads;
    await bot.goTo(dueAt(1));
    expect(await untilSuspended(scene)).toMatch(/^forbidden/);
    await bot.goTo(dueAt(2));
    await resumeSuspendedTracks(bot.runtime.context);
    const notices = stage.channelMessages().filter(({ text }) => text.includes('have stopped'));
    expect(notices).toHaveLength(1);
    expect(stage.channelMessages()).toHaveLength(2);
  });

  it.each([
    { was: 'deleted', shut: (stage: DiscordStage, id: string) => stage.deleteThread(id) },
    { was: 'locked', shut: (stage: DiscordStage, id: string) => lock(stage, id, false) },
    { was: 'locked and closed', shut: (stage: DiscordStage, id: string) => lock(stage, id, true) },
  ])(
    'whose thread was $was takes answers by form, and reveals in the channel',
    async ({ shut }) => {
      const { stage, bot } = scene;
      await bot.goTo(dueAt(1));
      const question = await bot.question(1);
      shut(stage, question.id);
      const told = await answer(stage.person('Ann'), question, 'Still possible.');
      expect(told.text).toContain('Your answer is saved.');
      await bot.goTo(deadlineOf(1));
      await closed(stage, question);
      await settle(scene);
      const inChannel = stage.channelMessages().map(({ text }) => text.split('\n')[0]);
      expect(inChannel).toEqual(['Question 1', 'Answer to question 1']);
      expect(await trackById(bot.runtime.context.db, scene.track.id)).toMatchObject({
        status: 'active',
      });
    },
  );
});

/** As a moderator does: nobody writes there any more who may not manage threads. */
function lock({ world }: DiscordStage, thread: string, archived: boolean): void {
  Object.assign(world.channels.get(thread) ?? {}, { locked: true, archived });
}
