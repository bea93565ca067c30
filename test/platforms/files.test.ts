import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileBlock, message } from '../../src/chat/message.ts';
import type { Place } from '../../src/chat/place.ts';
import type { Platform } from '../../src/chat/platform.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import type { Stage } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

describe.each(STAGES)('a file on $name', ({ name, open }) => {
  let stage: Stage;
  let bot: Bot;
  let platform: Platform;
  let place: Place;

  beforeAll(async () => {
    const clock = testClock(MONDAY_NINE);
    stage = await open(() => clock.peek());
    bot = await startBot(stage, clock);
    const started = bot.runtime.context.platforms.get(name);
    if (!started) throw new Error('the bot has no platform');
    platform = started;
    place = { workspace: stage.workspace, channel: stage.channel };
  });

  afterAll(async () => {
    await bot.stop();
    await stage.close();
  });

  const fileOf = (content: FileBlock['content']): FileBlock => ({
    ...{ type: 'file', name: 'data.json', mediaType: 'application/json' },
    description: 'All answers <b>of</b> Ann',
    content,
  });

  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  const standing = () => stage.channelMessages().flatMap(({ files }) => files);

  it('stands where its message stands, to the letter', async () => {
    const text = '{"text":"Ответ 🧊"}';
    const card = message([
      { type: 'heading', text: 'Your data' },
      fileOf(() => Promise.resolve(bytes(text))),
    ]);
    await platform.post(place, card, 'key-file');
    await stage.until(() => standing().length === 1, 'the file');
    expect(standing()).toEqual([{ name: 'data.json', text }]);
    expect(
      stage
        .channelMessages()
        .map((seen) => seen.text)
        .join('\n'),
    ).toContain('Your data');
  });

  it('stands in a thread too', async () => {
    const ref = await platform.post(place, message([{ type: 'text', text: ['Here'] }]), 'key-root');
    const { thread } = await platform.openThread(ref, 'Here');
    await platform.post(thread, message([fileOf(bytes('1'))]), 'key-thread');
    const root = await stage.until(
      () => stage.channelMessages().find(({ text }) => text === 'Here'),
      'the question',
    );
    await stage.until(
      () => stage.threadMessages(root).some(({ files }) => files[0]?.text === '1'),
      'the file in the thread',
    );
  });

  // A thousand megabytes, as Slack takes, are no test's business.
  it.skipIf(name === 'slack')('that is too large is refused before anything is sent', async () => {
    const before = stage.channelMessages().length;
    const large = message([fileOf(new Uint8Array(platform.files.largest + 1))]);
    await expect(platform.post(place, large, 'key-large')).rejects.toMatchObject({
      fault: { code: 'file-too-large', largest: platform.files.largest },
    });
    expect(stage.channelMessages()).toHaveLength(before);
  });

  it('never met a refusal of the platform', () => {
    expect(stage.refusals()).toEqual([]);
  });
});
