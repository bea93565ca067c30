import { afterEach, describe, expect, it } from 'vitest';
import type { Seen } from '../../support/stage.ts';
import { fixedClock, openScene, say, type Scene } from './support.ts';

let scene: Scene;
afterEach(() => scene.end());

async function ask(): Promise<Seen> {
  const { stage, platform } = scene;
  await platform.post(
    { workspace: stage.workspace, channel: stage.channel },
    say('What is LoRA?'),
    'q',
  );
  return stage.channelMessages()[0]!;
}

const heard = (count: number): Promise<unknown> =>
  scene.stage.until(() => scene.threads.length >= count, `${count} thread events`);

describe.each(['socket', 'http'] as const)('over %s, a reply in a thread', (transport) => {
  it('is heard as it was written, edited and deleted', async () => {
    const clock = fixedClock();
    scene = await openScene({}, { transport, now: clock.now });
    const question = await ask();
    const anna = scene.stage.person('Anna', { language: 'ru' });

    const reply = await anna.reply(question, 'A < B & *bold* `code <x>`');
    clock.forward(60);
    await anna.rewrite(reply, 'Better');
    await anna.remove(reply);
    await heard(3);

    const ref = {
      workspace: scene.stage.workspace,
      channel: scene.stage.channel,
      thread: question.id,
      message: reply.id,
    };
    const at = new Date('2026-03-02T09:00:00.000Z');
    const member = { id: anna.id, name: 'Anna', language: 'ru', timezone: 'Europe/London' };
    expect(scene.threads).toEqual([
      {
        type: 'written',
        message: {
          ...{ platform: 'slack', ref, member, at },
          text: 'A < B & *bold* `code <x>`',
          gesture: expect.stringMatching(/^client-/) as string,
        },
      },
      {
        type: 'edited',
        message: expect.objectContaining({ ref, text: 'Better' }) as unknown,
        revisedAt: new Date('2026-03-02T09:01:00.000Z'),
      },
      { type: 'deleted', platform: 'slack', ref },
    ]);
    expect(scene.stage.refusals()).toEqual([]);
  });

  it('delivered twice is passed on twice, as one gesture', async () => {
    scene = await openScene({}, { transport });
    scene.stage.faults.deliverTwice(true);
    await scene.stage.person('Anna').reply(await ask(), 'Once');
    await heard(2);
    const gestures = scene.threads.map(
      (event) => event.type === 'written' && event.message.gesture,
    );
    expect(new Set(gestures).size).toBe(1);
  });
});

describe('the thread', () => {
  it('does not bring the bot its own words, other bots, joins, or messages outside of threads', async () => {
    scene = await openScene();
    const question = await ask();
    const { stage, platform } = scene;
    const anna = stage.person('Anna');
    await platform.post(
      { workspace: stage.workspace, channel: stage.channel, thread: question.id },
      say('Mine'),
      'r',
    );
    const common = {
      type: 'message',
      channel: stage.channel,
      channel_type: 'channel',
      thread_ts: question.id,
    };
    await stage.emit({ ...common, user: 'U9', bot_id: 'B9', text: 'beep', ts: '5.000001' });
    await stage.emit({
      ...common,
      user: anna.id,
      subtype: 'channel_join',
      text: 'joined',
      ts: '5.000002',
    });
    await stage.emit({
      ...common,
      user: anna.id,
      text: 'in the channel',
      ts: '5.000003',
      thread_ts: undefined,
    });
    await stage.emit({
      ...common,
      user: anna.id,
      subtype: 'file_share',
      text: 'with a file',
      ts: '5.000004',
    });
    await stage.emit({
      ...common,
      user: anna.id,
      subtype: 'thread_broadcast',
      text: 'to all',
      ts: '5.000005',
    });
    await heard(2);
    expect(scene.threads.map((event) => event.type === 'written' && event.message.text)).toEqual([
      'with a file',
      'to all',
    ]);
  });

  it('takes no unfurled link for an edit', async () => {
    scene = await openScene();
    const question = await ask();
    const anna = scene.stage.person('Anna');
    const reply = await anna.reply(question, 'see https://arxiv.org');
    await anna.rewrite(reply, 'see https://arxiv.org');
    await anna.rewrite(reply, 'see the paper');
    await heard(2);
    expect(scene.threads.map(({ type }) => type)).toEqual(['written', 'edited']);
  });

  it('names people and channels as their author saw them', async () => {
    scene = await openScene();
    const question = await ask();
    const { stage } = scene;
    const [anna, boris] = [stage.person('Anna'), stage.person('Boris')];
    await stage.emit({
      ...{
        type: 'message',
        channel: stage.channel,
        channel_type: 'channel',
        user: anna.id,
        ts: '5.000001',
      },
      thread_ts: question.id,
      text: `<@${boris.id}> see <#C1|papers>, <https://arxiv.org|this> &amp; <https://a.b/?x=1&amp;y=2> <!here>`,
    });
    await heard(1);
    expect(scene.threads).toMatchObject([
      {
        message: {
          text: '@Boris see #papers, this & https://a.b/?x=1&y=2 @here',
          gesture: `${stage.channel}:5.000001`,
        },
      },
    ]);
  });

  it('has Slack asked for a few names only, however many people it mentions', async () => {
    scene = await openScene();
    const question = await ask();
    const { stage } = scene;
    const everybody = Array.from({ length: 60 }, (_, index) => stage.person(`Person ${index}`));
    await stage.emit({
      ...{ type: 'message', channel: stage.channel, channel_type: 'channel', ts: '5.000001' },
      ...{ user: stage.person('Anna').id, thread_ts: question.id },
      text: everybody.map(({ id }) => `<@${id}>`).join(' '),
    });
    await heard(1);
    const [event] = scene.threads;
    const written = event?.type === 'written' ? event.message.text : '';
    expect(written.match(/@Person \d+/g)).toHaveLength(20);
    expect(written).toMatch(new RegExp(`@${everybody.at(-1)?.id}$`));
  });

  it('is read from a moment on, to catch up', async () => {
    const clock = fixedClock();
    scene = await openScene({}, { now: clock.now });
    const question = await ask();
    const anna = scene.stage.person('Anna');
    await anna.reply(question, 'before');
    clock.forward(60);
    const since = clock.now();
    for (const text of ['one', 'two', 'three', 'four']) {
      clock.forward(1);
      await anna.reply(question, text);
    }
    const thread = {
      workspace: scene.stage.workspace,
      channel: scene.stage.channel,
      thread: question.id,
    };
    await scene.platform.post(thread, say('not a person'), 'n');
    const missed = await scene.platform.threadHistory(thread, since);
    expect(missed.map(({ text }) => text)).toEqual(['one', 'two', 'three', 'four']);
    const written = scene.threads.flatMap((event) =>
      event.type === 'written' ? [event.message] : [],
    );
    expect(written).toEqual(expect.arrayContaining([...missed]));
  });
});

describe('a reply', () => {
  it('is marked as taken or late, however often', async () => {
    scene = await openScene();
    const question = await ask();
    const { stage, platform } = scene;
    const anna = stage.person('Anna');
    const [early, late] = [await anna.reply(question, 'early'), await anna.reply(question, 'late')];
    const ref = { workspace: stage.workspace, channel: stage.channel, thread: question.id };
    await platform.acknowledge({ ...ref, message: early.id }, 'accepted');
    await platform.acknowledge({ ...ref, message: early.id }, 'accepted');
    await platform.acknowledge({ ...ref, message: late.id }, 'late');
    expect(stage.threadMessages(question).map(({ text, marks }) => [text, marks])).toEqual([
      ['early', ['accepted']],
      ['late', ['late']],
    ]);
    expect(stage.refusals()).toEqual([]);
  });

  it('may be answered so that its author alone sees it', async () => {
    scene = await openScene();
    const question = await ask();
    const { stage, platform } = scene;
    const [anna, boris] = [stage.person('Anna'), stage.person('Boris')];
    const reply = await anna.reply(question, 'late');
    const ref = {
      workspace: stage.workspace,
      channel: stage.channel,
      thread: question.id,
      message: reply.id,
    };
    const message = say('Too late for the streak, kept all the same.');
    await platform.tell(ref, { member: anna.id, message, key: 'tell-1' });
    expect(anna.told().map(({ text, thread }) => [text, thread])).toEqual([
      ['Too late for the streak, kept all the same.', question.id],
    ]);
    expect(boris.told()).toEqual([]);
    expect(stage.threadMessages(question)).toHaveLength(1);
  });
});

describe('what changes for the bot', () => {
  it('is told at the start, and when it loses a channel or the workspace, but not of a lost thread', async () => {
    scene = await openScene();
    const question = await ask();
    const { stage } = scene;
    const other = stage.addChannel('other');
    const root = { type: 'message', bot_id: 'B0WHETSTONE', user: 'U0WHETSTONE', ts: question.id };
    const common = {
      type: 'message',
      channel: stage.channel,
      hidden: true,
      previous_message: root,
    };
    await stage.emit({ ...common, subtype: 'message_deleted', deleted_ts: root.ts });
    const tombstone = { ...root, bot_id: undefined, user: 'USLACKBOT', subtype: 'tombstone' };
    await stage.emit({ ...common, subtype: 'message_changed', message: tombstone });
    await stage.emit({ type: 'channel_left', channel: other, actor_id: 'U9' });
    await stage.emit({ type: 'channel_archive', channel: other, user: 'U9' });
    stage.faults.deleteChannel(stage.channel);
    await stage.until(() => scene.memberships.length === 4, 'four changes');
    stage.faults.removeBot();
    await stage.until(() => scene.memberships.length === 5, 'five changes');
    const here = { platform: 'slack', workspace: stage.workspace };
    expect(scene.memberships).toEqual([
      { ...here, type: 'workspace-joined', name: 'Loopback' },
      { ...here, type: 'channel-deleted', channel: other },
      { ...here, type: 'channel-archived', channel: other },
      { ...here, type: 'channel-deleted', channel: stage.channel },
      // Slack announces it by two events; it is asked, and told of, once.
      { ...here, type: 'workspace-left' },
    ]);
    expect(scene.platform.state()).toMatchObject({ status: 'down' });
  });
});
