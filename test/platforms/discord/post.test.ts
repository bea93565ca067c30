import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/chat/message.ts';
import { bold, code, link, time } from '../../../src/chat/text.ts';
import { buildMessage, store } from '../../support/discord/messages.ts';
import type { DiscordStage } from '../../support/discord/stage.ts';
import { user } from '../../support/discord/world.ts';
import { channelOf, openStage, posting, text } from './support.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const question: Message = {
  tone: 'question',
  blocks: [
    { type: 'heading', text: 'Round 3' },
    { type: 'text', text: ['What is ', bold('LoRA'), '?'] },
    { type: 'picture', png: PNG, name: 'formula.png', alt: 'h = W₀x + BAx' },
    { type: 'list', items: [['first'], ['second']], ordered: true },
    { type: 'code', text: 'x = 1' },
    { type: 'quote', text: ['one\ntwo'] },
    { type: 'fields', fields: [{ name: 'Closes', value: [time(new Date(0))] }] },
    { type: 'note', text: ['See ', link('the paper', 'https://x.test/a_(b)'), code('`q`')] },
    {
      type: 'buttons',
      buttons: [
        { label: 'Answer', action: { name: 'answer', args: ['7'] }, style: 'primary' },
        { label: 'My streak', action: { name: 'streak', args: [] } },
      ],
    },
  ],
};

/** Someone writes in the channel. */
function chatter({ world, channel }: DiscordStage): void {
  const author = user(world.ids(), 'Ann');
  store(world, buildMessage(world, { channel, author, body: { content: 'hello' } }));
}

describe('a posted message', () => {
  it('shows every block in its order, with its picture and buttons', async () => {
    const stage = await openStage();
    await posting(stage).post(channelOf(stage), question, 'round 3');
    const [seen] = stage.channelMessages();
    expect(seen?.text.split('\n').filter(Boolean)).toEqual([
      'Round 3',
      'What is LoRA?',
      '1. first',
      '2. second',
      'x = 1',
      'one',
      'two',
      'Closes',
      '1970-01-01 00:00 UTC',
      'See the paper`q`',
    ]);
    expect(seen?.pictures).toEqual([{ alt: 'h = W₀x + BAx', bytes: PNG.length }]);
    expect(seen?.buttons.map(({ label }) => label)).toEqual(['Answer', 'My streak']);
    expect(stage.refusals()).toEqual([]);
  });

  it('comes once, however often it is posted with the same key', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    const first = await platform.post(channelOf(stage), question, 'round 3');
    expect(await platform.post(channelOf(stage), question, 'round 3')).toEqual(first);
    expect(await platform.post(channelOf(stage), question, 'round 4')).not.toEqual(first);
    expect(stage.channelMessages()).toHaveLength(2);
  });

  it('can be changed, and loses the picture and the buttons that the change does not name', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    const ref = await platform.post(channelOf(stage), question, 'round 3');
    await platform.edit(ref, text('Closed.'));
    expect(stage.channelMessages()).toMatchObject([
      { id: ref.message, text: 'Closed.', buttons: [], pictures: [] },
    ]);
    expect(stage.refusals()).toEqual([]);
  });
});

describe('after a post in doubt', () => {
  it.each([
    ['with buttons', question],
    ['without', text('only words')],
  ])('a message %s is found again by its key, far back in the history', async (_, message) => {
    const stage = await openStage();
    const platform = posting(stage);
    const since = new Date(stage.world.now().getTime() - 60_000);
    const ref = await platform.post(channelOf(stage), message, 'mine');
    for (let i = 0; i < 120; i++) chatter(stage);
    await platform.post(channelOf(stage), message, 'last');
    expect(await platform.find(channelOf(stage), 'mine', since)).toEqual(ref);
    expect(await platform.find(channelOf(stage), 'last', since)).toBeDefined();
    expect(await platform.find(channelOf(stage), 'never', since)).toBeUndefined();
  });

  it('nothing older than the stated instant is found', async () => {
    let now = new Date('2026-03-01T12:00:00Z');
    const stage = await openStage({ now: () => now });
    const platform = posting(stage);
    const ref = await platform.post(channelOf(stage), question, 'mine');
    const posted = now;
    now = new Date('2026-03-01T12:00:01Z');
    expect(await platform.find(channelOf(stage), 'mine', posted)).toEqual(ref);
    expect(await platform.find(channelOf(stage), 'mine', now)).toBeUndefined();
  });

  it('a post that was done but never confirmed is in doubt, and is not repeated', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    stage.faults.swallowPostAnswers(1);
    const post = platform.post(channelOf(stage), question, 'mine');
    await expect(post).rejects.toMatchObject({ fault: { code: 'in-doubt' } });
    expect(stage.channelMessages()).toHaveLength(1);
    const since = new Date(0);
    expect(await platform.find(channelOf(stage), 'mine', since)).toMatchObject({
      message: stage.channelMessages()[0]?.id,
    });
  });

  it('a post that Discord failed on is in doubt, and is not repeated', async () => {
    const stage = await openStage();
    stage.faults.failPosts(1);
    const post = posting(stage).post(channelOf(stage), question, 'mine');
    await expect(post).rejects.toMatchObject({ fault: { code: 'in-doubt' } });
    expect(stage.channelMessages()).toEqual([]);
  });
});

describe('what keeps the bot from posting', () => {
  it('asked to slow down, it says for how long and does not wait', async () => {
    const stage = await openStage();
    stage.faults.rateLimit(1, 30);
    const post = posting(stage).post(channelOf(stage), question, 'mine');
    await expect(post).rejects.toMatchObject({ fault: { code: 'busy' } });
    await expect(post).rejects.toSatisfy((error) => {
      const { retryAfter } = (error as { fault: { retryAfter: number } }).fault;
      return retryAfter >= 29_000 && retryAfter <= 31_000;
    });
  });

  it('a server that is down means busy: nothing was sent', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    await stage.close();
    const post = platform.post(channelOf(stage), question, 'mine');
    await expect(post).rejects.toMatchObject({ fault: { code: 'busy' } });
  });

  it('a deleted channel, thread or message is gone', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    const ref = await platform.post(channelOf(stage), question, 'mine');
    const { thread } = await platform.openThread(ref, 'Round 3');
    stage.deleteThread(thread.thread ?? '');
    await expect(platform.post(thread, question, 'a')).rejects.toMatchObject({
      fault: { code: 'thread-gone' },
    });
    await expect(platform.edit({ ...ref, message: '1' }, question)).rejects.toMatchObject({
      fault: { code: 'message-gone' },
    });
    stage.faults.deleteChannel(stage.channel);
    await expect(platform.post(channelOf(stage), question, 'b')).rejects.toMatchObject({
      fault: { code: 'channel-gone' },
    });
  });

  it.each([false, true])('a thread that was locked stands (closed: %s)', async (archived) => {
    const stage = await openStage();
    const platform = posting(stage);
    const ref = await platform.post(channelOf(stage), question, 'mine');
    const { thread } = await platform.openThread(ref, 'Round 3');
    Object.assign(stage.world.channels.get(thread.thread ?? '') ?? {}, { locked: true, archived });
    await expect(platform.post(thread, question, 'a')).rejects.toMatchObject({
      fault: { code: 'thread-locked' },
    });
    expect(await platform.find(thread, 'a', new Date(0))).toBeUndefined();
  });

  it('a channel it may not write in is forbidden, one in a server it left is gone with it', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    stage.faults.allowPosting(stage.channel, false);
    await expect(platform.post(channelOf(stage), question, 'a')).rejects.toMatchObject({
      fault: { code: 'forbidden' },
    });
    stage.faults.removeBot();
    await expect(platform.post(channelOf(stage), question, 'b')).rejects.toMatchObject({
      fault: { code: 'workspace-gone' },
    });
  });

  it('after one refused token it still sends the token: the operator may have mended it', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    stage.world.settings.tokenValid = false;
    await expect(platform.post(channelOf(stage), question, 'a')).rejects.toMatchObject({
      fault: { code: 'unauthorized' },
    });
    stage.world.settings.tokenValid = true;
    await platform.post(channelOf(stage), question, 'a');
    expect(stage.channelMessages()).toHaveLength(1);
  });
});
