import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/chat/place.ts';
import type { Platform } from '../../../src/chat/platform.ts';
import { buildMessage } from '../../support/discord/messages.ts';
import type { Recorded } from '../../support/discord/rest.ts';
import type { DiscordStage, DiscordStageOptions } from '../../support/discord/stage.ts';
import { user } from '../../support/discord/world.ts';
import { fromMember } from '../../support/discord/writing.ts';
import type { Seen } from '../../support/stage.ts';
import { channelOf, connect, openStage, posting, recordingHandlers, text } from './support.ts';

async function openRound(stage: DiscordStage, platform: Platform) {
  const ref = await platform.post(channelOf(stage), text('Round 1'), 'round 1');
  const { thread, isNew } = await platform.openThread(ref, 'Round 1: LoRA');
  expect(isNew).toBe(true);
  return { ref, thread, post: stage.channelMessages().at(-1) as Seen };
}

/** A bot that connects when the thread is archived: Discord tells it of active threads alone. */
async function openArchived(options?: DiscordStageOptions) {
  const stage = await openStage(options);
  const { thread, post } = await openRound(stage, posting(stage));
  const ann = stage.person('Ann');
  const replies = [await ann.reply(post, 'hello'), await ann.reply(post, 'hello again')];
  stage.world.channels.get(String(thread.thread))!.archived = true;
  const handlers = recordingHandlers();
  return { stage, handlers, thread, replies, platform: await connect(stage, handlers) };
}

const gone = (thread: Place, message: string) => ({
  type: 'deleted',
  platform: 'discord',
  ref: { ...thread, message },
});

/** How often the bot asked Discord what thread this is. */
function asked({ requests }: DiscordStage, { thread }: Place): number {
  const isIt = ({ method, path }: Recorded) =>
    method === 'GET' && path.endsWith(`/channels/${thread}`);
  return requests.filter(isIt).length;
}

describe('the thread under a question', () => {
  it('is opened once, however often it is asked for', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    const { ref, thread } = await openRound(stage, platform);
    expect(thread).toEqual({ ...channelOf(stage), thread: ref.message });
    expect(await platform.openThread(ref, 'again')).toEqual({ thread, isNew: false });
    expect(stage.refusals()).toEqual([]);
  });

  it('has a name on one line, however long the question', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    const ref = await platform.post(channelOf(stage), text('Q'), 'q');
    await platform.openThread(ref, `What is\n${'very '.repeat(40)}`);
    const name = stage.world.channels.get(ref.message)?.name ?? '';
    expect(name).toMatch(/^What is very very .*…$/);
    expect(name.length).toBeLessThanOrEqual(100);
  });

  it('opens again when the bot posts into it', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    const { thread, post } = await openRound(stage, platform);
    const channel = stage.world.channels.get(thread.thread ?? '');
    channel!.archived = true;
    await platform.post(thread, text('The reveal'), 'reveal 1');
    expect(channel?.archived).toBe(false);
    expect(stage.threadMessages(post).map((seen) => seen.text)).toEqual(['The reveal']);
  });
});

describe('what people write in a thread', () => {
  it('reaches the bot as it was written, edited and deleted', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    const platform = await connect(stage, handlers);
    const { thread, post } = await openRound(stage, platform);
    const ann = stage.person('Ann');
    const words = '<@1> **LoRA** @everyone\nтекст 👍';
    const reply = await ann.reply(post, words);
    await ann.rewrite(reply, 'better');
    await ann.remove(reply);
    await stage.until(() => handlers.threads.length === 3, 'three events');
    const ref = { ...thread, message: reply.id };
    const member = { id: ann.id, name: 'Ann' };
    expect(handlers.threads).toEqual([
      {
        type: 'written',
        message: expect.objectContaining({
          ref,
          member,
          text: words,
          gesture: reply.id,
        }) as unknown,
      },
      {
        type: 'edited',
        message: expect.objectContaining({ ref, member, text: 'better' }) as unknown,
        revisedAt: expect.any(Date) as unknown,
      },
      { type: 'deleted', platform: 'discord', ref },
    ]);
  });

  it('is reported one by one where a moderator deletes several at once', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    const { post } = await openRound(stage, await connect(stage, handlers));
    const written = [
      await stage.person('Ann').reply(post, 'one'),
      await stage.person('Ben').reply(post, 'two'),
    ];
    stage.removeAll(written);
    const gone = await stage.until(() => {
      const deleted = handlers.threads.filter(({ type }) => type === 'deleted');
      return deleted.length === 2 && deleted;
    });
    expect(gone.map((event) => event.type === 'deleted' && event.ref.message)).toEqual(
      written.map(({ id }) => id),
    );
  });

  it('is not reported for what is no edit, and not outside of threads', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    const { ref, post } = await openRound(stage, await connect(stage, handlers));
    const author = user(stage.world.ids(), 'Ann');
    const wanted = { author, body: { content: 'https://x.test' } };
    const inChannel = buildMessage(stage.world, { ...wanted, channel: stage.channel });
    const unfurled = buildMessage(stage.world, { ...wanted, channel: ref.message });
    stage.gateway.dispatch('MESSAGE_CREATE', fromMember(stage.world, inChannel));
    stage.gateway.dispatch('MESSAGE_UPDATE', fromMember(stage.world, unfurled));
    const last = await stage.person('Ann').reply(post, 'the only answer');
    await stage.until(() => handlers.threads.length > 0);
    expect(handlers.threads).toMatchObject([{ type: 'written', message: { gesture: last.id } }]);
  });

  it('is known to be in a thread also where that was archived when the bot came', async () => {
    const { stage, handlers, thread, replies } = await openArchived();
    for (const reply of replies) await stage.person('Ann').remove(reply);
    await stage.until(() => handlers.threads.length === 2, 'both');
    expect(handlers.threads).toEqual(replies.map(({ id }) => gone(thread, id)));
    expect(asked(stage, thread)).toBe(1);
  });

  it('reaches it in its order where Discord is unwell when asked for the thread', async () => {
    const { stage, handlers, thread, replies } = await openArchived();
    stage.world.settings.failChannelReads = 4;
    for (const reply of replies) await stage.person('Ann').remove(reply);
    await stage.until(() => handlers.threads.length === 2, 'both');
    expect(handlers.threads).toEqual(replies.map(({ id }) => gone(thread, id)));
  });

  it('is told to the operator where Discord never says what thread it is in', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'error' }, { write: (line) => void lines.push(line) });
    const { stage, handlers, thread, replies, platform } = await openArchived({ log });
    stage.world.settings.failChannelReads = Infinity;
    stage.removeAll(replies);
    await stage.until(() => asked(stage, thread) > 0, 'a question about the thread');
    await platform.stop();
    expect(handlers.threads).toEqual([]);
    expect(lines).toEqual([expect.stringContaining(String(thread.thread))]);
  });

  it('is nothing to ask about again where the thread is gone', async () => {
    const { stage, handlers, thread, replies, platform } = await openArchived();
    stage.world.channels.delete(String(thread.thread));
    stage.removeAll(replies);
    await stage.until(() => asked(stage, thread) > 0, 'a question about the thread');
    await platform.stop();
    expect(asked(stage, thread)).toBe(1);
    expect(handlers.threads).toEqual([]);
  });

  it('does not reach a bot that may not read it, and nothing privileged is asked for', async () => {
    const stage = await openStage({ messageContent: false });
    const handlers = recordingHandlers();
    const platform = await connect(stage, handlers);
    expect(platform.readsThreads).toBe(false);
    const { thread, post } = await openRound(stage, platform);
    await stage.person('Ann').reply(post, 'hello');
    await stage.person('Ann').run('quiz');
    expect(handlers.threads).toEqual([]);
    expect(await platform.threadHistory(thread, new Date(0))).toEqual([]);
  });

  it('is read again from the history, without what bots and Discord itself wrote', async () => {
    let now = new Date('2026-03-01T12:00:00Z');
    const stage = await openStage({ now: () => now });
    const platform = posting(stage);
    const { thread, post } = await openRound(stage, platform);
    await stage.person('Ann').reply(post, 'early');
    now = new Date('2026-03-01T12:05:00Z');
    await platform.post(thread, text('a notice'), 'notice');
    for (let i = 0; i < 130; i++) await stage.person('Ben').reply(post, `answer ${i}`);
    const read = await platform.threadHistory(thread, now);
    expect(read.map((message) => message.text)).toEqual(
      Array.from({ length: 130 }, (_, i) => `answer ${i}`),
    );
    expect(read[0]).toMatchObject({ at: now, member: { name: 'Ben' }, ref: thread });
    expect(await platform.threadHistory(thread, new Date(0))).toHaveLength(131);
  });

  it('is marked as taken or late, as often as the bot likes', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    const { thread, post } = await openRound(stage, platform);
    const inTime = await stage.person('Ann').reply(post, 'in time');
    const late = await stage.person('Ben').reply(post, 'late');
    await platform.acknowledge({ ...thread, message: inTime.id }, 'accepted');
    await platform.acknowledge({ ...thread, message: inTime.id }, 'accepted');
    await platform.acknowledge({ ...thread, message: late.id }, 'late');
    expect(stage.threadMessages(post).map(({ marks }) => marks)).toEqual([['accepted'], ['late']]);
    await platform.unmark({ ...thread, message: inTime.id }, 'accepted');
    await platform.unmark({ ...thread, message: inTime.id }, 'accepted');
    expect(stage.threadMessages(post).map(({ marks }) => marks)).toEqual([[], ['late']]);
    expect(stage.refusals()).toEqual([]);
  });

  it('is answered in the thread, once, without a notification', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    const { thread, post } = await openRound(stage, platform);
    const ann = stage.person('Ann');
    const late = await ann.reply(post, 'late');
    const ref = { ...thread, message: late.id };
    const message = text('Too late for the streak.');
    const note = { member: ann.id, message, key: 'late 1' };
    await platform.tell(ref, note);
    await platform.tell(ref, note);
    expect(ann.told().map((seen) => seen.text)).toEqual(['Too late for the streak.']);
    expect(stage.person('Ben').told()).toEqual([]);
    expect(stage.refusals()).toEqual([]);
  });
});

describe('what happens to the bot', () => {
  it('it joins, loses a channel, and the server', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    const platform = await connect(stage, handlers);
    const { thread } = await openRound(stage, platform);
    stage.deleteThread(thread.thread ?? '');
    stage.faults.deleteChannel(stage.channel);
    stage.faults.removeBot();
    await stage.until(() => handlers.memberships.length === 3, 'three events');
    const common = { platform: 'discord', workspace: stage.workspace };
    expect(handlers.memberships).toEqual([
      { ...common, type: 'workspace-joined', name: 'Loopback' },
      { ...common, type: 'channel-deleted', channel: stage.channel },
      { ...common, type: 'workspace-left' },
    ]);
  });

  it('a server with an outage is not one that it left', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    await connect(stage, handlers);
    stage.gateway.dispatch('GUILD_DELETE', { id: stage.workspace, unavailable: true });
    stage.faults.deleteChannel(stage.channel);
    await stage.until(() => handlers.memberships.some(({ type }) => type === 'channel-deleted'));
    expect(handlers.memberships.map(({ type }) => type)).not.toContain('workspace-left');
  });
});
