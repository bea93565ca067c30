import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Look } from '../../../src/chat/look.ts';
import type { Block, Message } from '../../../src/chat/message.ts';
import { bold, code, type CommandSpan, italic, link, rich, time } from '../../../src/chat/text.ts';
import { discordLook } from '../../../src/platforms/discord/look.ts';
import { slackLook } from '../../../src/platforms/slack/look.ts';
import { openScene, reply, type Scene } from './support.ts';

const DEADLINE = new Date('2026-11-23T18:00:00Z');

const ADD: CommandSpan = {
  ...{ type: 'command', name: 'track add', localName: 'программа добавить', ownName: true },
};
const MINE: CommandSpan = {
  ...{ type: 'command', name: 'question mine', localName: 'вопросы мои', ownName: false },
};

const NAMING: Message = {
  blocks: [
    {
      type: 'text',
      text: rich`Try ${ADD} or ${{ ...MINE, mark: 'code' }}.`,
    },
  ],
};

const HOSTILE = 'a *b* _c_ `d` <@1> ~e~ [f](g) \\ # h :smile: https://example.com/x_y_z';

/** Blocks that each platform can say exactly. */
const EXACT: readonly Block[] = [
  { type: 'heading', text: 'Question 7: *stars* & <b>' },
  { type: 'text', text: [bold('What is * LoRA_?'), ' and ', italic('why'), ' and ', code('x*y')] },
  { type: 'quote', text: [HOSTILE] },
  { type: 'text', text: ['See ', link('the [paper]', 'https://example.com/a'), '.'] },
  { type: 'code', text: 'for x in y:\n    print(`x`)' },
  { type: 'list', ordered: true, items: [['first: ', bold('1')], ['second 2.']] },
  { type: 'list', ordered: false, items: [['a'], ['b']] },
  { type: 'text', text: ['Until ', time(DEADLINE), ', from ', time(DEADLINE, 'date')] },
  {
    type: 'buttons',
    buttons: [
      { label: 'Answer', style: 'primary', action: { name: 'answer', args: ['7', 'a:b'] } },
      { label: 'Report', action: { name: 'report', args: ['7'] } },
    ],
  },
];

describe.each<[string, Look]>([
  ['Discord', discordLook],
  ['Slack', slackLook],
])('what %s is sent', (_, look) => {
  it('reads as what was meant, letter for letter', () => {
    const shown = look.readBack({ blocks: EXACT });
    expect(shown.flatMap(({ blocks }) => blocks)).toEqual(EXACT);
  });

  it('keeps which picture stands where, with its words', () => {
    const picture = (name: string, alt: string): Block => ({
      ...{ type: 'picture', name, alt, png: new Uint8Array() },
    });
    const blocks = [picture('0.png', 'one'), picture('1.png', 'two')];
    const shown = look.readBack({ blocks }).flatMap((card) => card.blocks);
    expect(shown).toEqual(blocks);
  });

  it('is as many cards as it takes', () => {
    const long: Message = {
      blocks: Array.from({ length: 40 }, () => ({ type: 'text', text: ['word '.repeat(100)] })),
    };
    expect(look.readBack(long).length).toBeGreaterThan(1);
  });
});

it('Discord shows two cards where words follow a picture, Slack one', () => {
  const blocks: readonly Block[] = [
    { type: 'text', text: ['before'] },
    { type: 'picture', name: '0.png', alt: 'a formula', png: new Uint8Array() },
    { type: 'text', text: ['after'] },
  ];
  expect(discordLook.readBack({ blocks })).toHaveLength(2);
  expect(slackLook.readBack({ blocks })).toHaveLength(1);
});

describe('a page shown as another platform', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene({
      command: ({ command }) =>
        command === 'quiz' ? { type: 'reply', message: NAMING } : reply('Your streak is 3.'),
      thread: () => Promise.resolve(),
    });
  });
  afterEach(() => scene.end());

  const say = async (look: string, body: object): Promise<Response> => {
    const url = scene.stage.url();
    return fetch(`${url}/api/say?as=ada&language=en&look=${look}`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'general', ...body }),
    });
  };
  const page = async (look: string): Promise<string> =>
    (await fetch(scene.stage.url(), { headers: { cookie: `whetstone-look=${look}` } })).text();

  it('counts no replies in threads as Discord, then or later, and does as Slack', async () => {
    const { id } = await scene.question();
    const thread = Number(id);
    await say('discord', { thread, text: 'Not heard.' });
    expect(scene.threads).toEqual([]);
    const place = { ...scene.here, thread: id };
    expect(await scene.platform.threadHistory(place, new Date(0))).toEqual([]);
    await say('slack', { thread, text: 'Heard.' });
    expect(scene.threads).toHaveLength(1);
    expect(await scene.platform.threadHistory(place, new Date(0))).toHaveLength(1);
  });

  it('runs no command in a thread as Slack, where Discord does', async () => {
    const thread = Number((await scene.question()).id);
    expect(await (await say('slack', { thread, text: '/streak' })).text()).toContain('no commands');
    expect(scene.commands).toEqual([]);
    await say('discord', { thread, text: '/streak' });
    expect(scene.commands).toHaveLength(1);
  });

  it('knows as Slack only the commands that are there, by their names there', async () => {
    expect(await (await say('slack', { text: '/help' })).text()).toContain('not a command');
    await say('slack', { text: '/streak' });
    await say('slack', { text: '/whetstone quiz topic:attention' });
    expect(scene.commands.map(({ command }) => command)).toEqual(['streak', 'quiz']);
    expect(scene.commands[1]?.options).toEqual({ topic: 'attention' });
  });

  it('takes no longer message than the platform', async () => {
    for (const [look, most] of [
      ['discord', 2_000],
      ['slack', 4_000],
    ] as const) {
      expect((await say(look, { text: 'x'.repeat(most + 1) })).status).toBe(413);
      expect((await say(look, { text: 'x'.repeat(most) })).status).toBe(200);
      expect(await page(look)).toContain(`maxlength="${most}"`);
    }
  });

  it('draws the signs of rounds itself in its own look, and leaves them to the platform elsewhere', async () => {
    const signs = [
      { type: 'sign', sign: 'answered', text: '🟩' },
      { type: 'sign', sign: 'open', text: '🟦' },
    ] as const;
    await scene.platform.post(scene.here, { blocks: [{ type: 'text', text: signs }] }, 'row');
    const drawn = /<span class="sign" data-sign="answered" aria-hidden="true">🟩<\/span>/;
    expect(await page('whetstone')).toMatch(drawn);
    for (const look of ['discord', 'slack']) {
      expect(await page(look)).toContain('<p>🟩🟦</p>');
    }
  });

  it('spells commands as they are typed where they are shown now', async () => {
    await scene.platform.post(scene.here, NAMING, 'naming');
    await say('discord', { text: '/quiz' });
    const track = '<span class="unbroken">/track</span>';
    const told = `<p>Try ${track} add or <code>/question mine</code>.</p>`;
    expect((await page('whetstone')).split(told)).toHaveLength(3);
    expect(await page('discord')).toContain(
      '<p>Try <span class="unbroken">/программа</span> добавить or <code>/вопросы мои</code>.</p>',
    );
    expect(await page('slack')).toContain(
      `<p>Try ${track} add or <code>/whetstone question mine</code>.</p>`,
    );
  });

  it('forgets what one person sees when it is loaded again', async () => {
    await say('slack', { text: '/streak' });
    expect(await page('slack')).not.toContain('Your streak is 3.');
    expect(await page('whetstone')).toContain('Your streak is 3.');
  });
});
