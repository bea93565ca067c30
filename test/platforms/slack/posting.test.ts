import { afterEach, describe, expect, it } from 'vitest';
import { type Message, message } from '../../../src/chat/message.ts';
import type { Place } from '../../../src/chat/place.ts';
import type { PlatformFault } from '../../../src/chat/platform.ts';
import { bold, code, italic, link, time } from '../../../src/chat/text.ts';
import { openSlackStage } from '../../support/slack/stage.ts';
import { addBot, fixedClock, openScene, say, type Scene } from './support.ts';

let scene: Scene;
afterEach(() => scene.end());

const here = (): Place => ({ workspace: scene.stage.workspace, channel: scene.stage.channel });

const question: Message = message(
  [
    { type: 'heading', text: 'Round 12 <!channel>' },
    {
      type: 'text',
      text: ['What is ', bold('LoRA'), ' & why ', italic('low'), ' rank? <@U1> *x* :tada:'],
    },
    { type: 'quote', text: ['first line\nsecond line'] },
    { type: 'code', text: 'h = W₀x + `BA`x' },
    { type: 'list', items: [['one'], ['two']], ordered: true },
    { type: 'fields', fields: [{ name: 'Topic', value: ['fine-tuning'] }] },
    {
      type: 'note',
      text: [
        'Closes ',
        time(new Date('2026-03-02T18:00:00Z')),
        ' · ',
        link('paper', 'https://arxiv.org/abs/2106.09685'),
        ' & more',
      ],
    },
    { type: 'text', text: [code('a*b'), ' by ', { type: 'member', id: 'U1', name: 'Anna <3' }] },
  ],
  'question',
);

/** What a rejected call says about what happened. */
async function faultOf(call: Promise<unknown>): Promise<PlatformFault> {
  return call.then(
    () => Promise.reject(new Error('it went well')),
    (error: { fault: PlatformFault }) => error.fault,
  );
}

describe('a post', () => {
  it('shows what people wrote letter for letter, and notifies nobody', async () => {
    scene = await openScene();
    await scene.platform.post(here(), question, 'question-12');
    expect(scene.stage.channelMessages().map(({ author, text }) => ({ author, text }))).toEqual([
      {
        author: 'whetstone',
        text: [
          'Round 12 <!channel>',
          'What is LoRA & why low rank? <@U1> *x* :tada:',
          'first line',
          'second line',
          'h = W₀x + `BA`x',
          'one',
          'two',
          'Topic: fine-tuning',
          'Closes 2026-03-02 18:00 UTC · paper & more',
          'a*b by Anna <3',
        ].join('\n'),
      },
    ]);
    expect(scene.stage.refusals()).toEqual([]);
  });

  it('has words for notifications, escaped', async () => {
    scene = await openScene();
    await scene.platform.post(here(), question, 'question-12');
    const [stored] = scene.stage.world.messages.values();
    expect(stored?.text).toContain('Round 12 &lt;!channel&gt;\nWhat is LoRA &amp; why low rank?');
  });

  it('goes to the thread under a message', async () => {
    scene = await openScene();
    const { platform, stage } = scene;
    const root = await platform.post(here(), say('Question'), 'q');
    const { thread } = await platform.openThread(root, 'Round 1');
    const posted = await platform.post(thread, say('Reveal'), 'r');
    expect(posted).toEqual({
      ...here(),
      thread: root.message,
      message: expect.any(String) as string,
    });
    expect(stage.threadMessages(stage.channelMessages()[0]!).map(({ text }) => text)).toEqual([
      'Reveal',
    ]);
  });

  it('is found again by its key when its answer was lost', async () => {
    const clock = fixedClock();
    scene = await openScene({}, { now: clock.now });
    const { platform, stage } = scene;
    const since = clock.now();
    stage.faults.swallowPostAnswers(1);
    expect(await faultOf(platform.post(here(), say('Question'), 'round-7'))).toEqual({
      code: 'in-doubt',
    });
    for (let n = 0; n < 5; n++) await platform.post(here(), say(`chatter ${n}`), `other-${n}`);

    const found = await platform.find(here(), 'round-7', since);
    expect(found?.message).toBe(stage.channelMessages()[0]?.id);
    expect(await platform.find(here(), 'round-8', since)).toBeUndefined();
    expect(stage.channelMessages().filter(({ text }) => text === 'Question')).toHaveLength(1);
  });

  it('in a thread is found in the thread', async () => {
    scene = await openScene();
    const { platform } = scene;
    const since = new Date();
    const { thread } = await platform.openThread(
      await platform.post(here(), say('Question'), 'q'),
      '',
    );
    const reveal = await platform.post(thread, say('Reveal'), 'reveal-7');
    expect(await platform.find(thread, 'reveal-7', since)).toEqual(reveal);
    expect(await platform.find(here(), 'reveal-7', since)).toBeUndefined();
  });

  it('keeps its key when it is edited', async () => {
    scene = await openScene();
    const { platform, stage } = scene;
    const since = new Date();
    const posted = await platform.post(here(), say('Open'), 'round-7');
    await platform.edit(posted, say('Closed, 3 answered'));
    expect(stage.channelMessages().map(({ text }) => text)).toEqual(['Closed, 3 answered']);
    expect(await platform.find(here(), 'round-7', since)).toEqual(posted);
  });
});

describe('what can go wrong is told apart', () => {
  it.each([
    ['a 5xx: it may have been done', 'failPosts', { code: 'in-doubt' }],
    ['the answer is lost: it was done, or not', 'swallowPostAnswers', { code: 'in-doubt' }],
  ] as const)('%s', async (_, fault, expected) => {
    scene = await openScene();
    scene.stage.faults[fault](1);
    expect(await faultOf(scene.platform.post(here(), say('x'), 'k'))).toEqual(expected);
    expect(scene.stage.channelMessages()).toHaveLength(fault === 'failPosts' ? 0 : 1);
  });

  it('asked to slow down: nothing was done, and for how long to wait', async () => {
    scene = await openScene();
    scene.stage.faults.rateLimit(1, 30);
    const fault = await faultOf(scene.platform.post(here(), say('x'), 'k'));
    expect(fault).toEqual({ code: 'busy', retryAfter: 30_000 });
    expect(scene.stage.channelMessages()).toEqual([]);
  });

  it('nobody listens: nothing was done', async () => {
    scene = await openScene();
    const silent = await openSlackStage();
    await silent.close();
    const post = addBot(silent).platform.post(here(), say('x'), 'k');
    expect(await faultOf(post)).toEqual({ code: 'busy' });
  });

  it('not in the channel, archived, deleted, removed', async () => {
    scene = await openScene();
    const { stage, platform } = scene;
    const post = (): Promise<PlatformFault> => faultOf(platform.post(here(), say('x'), 'k'));
    stage.faults.allowPosting(stage.channel, false);
    expect(await post()).toEqual({ code: 'forbidden', permission: '/invite' });
    stage.faults.allowPosting(stage.channel, true);
    stage.world.channels.get(stage.channel)!.isArchived = true;
    expect(await post()).toEqual({ code: 'channel-archived' });
    stage.faults.deleteChannel(stage.channel);
    expect(await post()).toEqual({ code: 'channel-gone' });
    stage.faults.removeBot();
    expect(await post()).toEqual({ code: 'workspace-gone' });
  });

  it('a thread or a message that is gone', async () => {
    scene = await openScene();
    const { platform } = scene;
    const thread = { ...here(), thread: '1.000001' };
    const ref = { ...here(), message: '1.000001' };
    expect(await faultOf(platform.post(thread, say('x'), 'k'))).toEqual({ code: 'thread-gone' });
    expect(await faultOf(platform.edit(ref, say('x')))).toEqual({ code: 'message-gone' });
    expect(await faultOf(platform.acknowledge(ref, 'late'))).toEqual({ code: 'message-gone' });
    expect(await faultOf(platform.threadHistory(thread, new Date(0)))).toEqual({
      code: 'thread-gone',
    });
  });

  it('a scope that is missing, by its name; a token that is refused', async () => {
    scene = await openScene();
    const { stage, platform } = scene;
    stage.world.scopes.delete('chat:write');
    expect(await faultOf(platform.post(here(), say('x'), 'k'))).toEqual({
      code: 'forbidden',
      permission: 'chat:write',
    });
    stage.world.tokenFaults.set('xoxb-loopback', 'invalid_auth');
    expect(await faultOf(platform.post(here(), say('x'), 'k'))).toEqual({ code: 'unauthorized' });
  });
});

it('a bot that only posts needs no start', async () => {
  scene = await openScene();
  const worker = addBot(scene.stage).platform;
  const posted = await worker.post(here(), say('From a worker'), 'w');
  expect(await worker.find(here(), 'w', new Date(Date.now() - 1000))).toEqual(posted);
});
