import { expect, it } from 'vitest';
import type { Platform } from '../../src/chat/platform.ts';
import { startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import { openDiscordStage } from '../support/discord/stage.ts';
import { untilRow } from '../support/settled.ts';

it('a reply in a thread that is not on record yet is taken at once', async () => {
  const clock = testClock('2026-11-23T09:00:00Z');
  const stage = await openDiscordStage({ now: () => clock.peek() });
  const answered = async (): Promise<boolean> => {
    const { db } = bot.runtime.context;
    return (await db.selectFrom('answers').select('id').execute()).length === 1;
  };
  /** Tells of a thread only once somebody has answered there. */
  const slowly = (platform: Platform): Platform => ({
    ...platform,
    async openThread(...given) {
      const opened = await platform.openThread(...given);
      await stage.person('Ann').reply(stage.channelMessages().at(-1)!, 'A matrix of low rank.');
      await untilRow(answered, () => Promise.resolve('no answer was taken'));
      return opened;
    },
  });
  const platform = () => slowly(stage.platform());
  const bot = await startBot({ ...stage, platform }, clock);
  try {
    await bot.addTrack();
    await bot.goTo('2026-11-23T10:00:00Z');
    const marked = () => stage.threadMessages(stage.channelMessages()[0]!)[0]?.marks.length === 1;
    await stage.until(() => stage.channelMessages().length > 0 && marked(), 'a mark');
    expect(stage.refusals()).toEqual([]);
  } finally {
    await bot.stop();
    await stage.close();
  }
});
