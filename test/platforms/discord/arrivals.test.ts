import { InteractionType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { buildMessage } from '../../support/discord/messages.ts';
import type { DiscordStage } from '../../support/discord/stage.ts';
import { user } from '../../support/discord/world.ts';
import {
  channelOf,
  COMMANDS,
  connect,
  HELP,
  openStage,
  recordingHandlers,
  text,
} from './support.ts';

/** What Discord sends without being asked, with what clients usually rely on left out. */
const UNEXPECTED: readonly (readonly [string, (stage: DiscordStage) => object])[] = [
  [
    'MESSAGE_UPDATE',
    ({ world, channel, workspace }) => ({
      id: world.ids(),
      channel_id: channel,
      guild_id: workspace,
      edited_timestamp: '2026-03-01T12:00:00Z',
      embeds: [],
    }),
  ],
  ['USER_UPDATE', ({ world }) => user(world.ids(), 'somebody else')],
  [
    'AUTO_MODERATION_ACTION_EXECUTION',
    ({ world, workspace }) => ({ guild_id: workspace, rule_id: world.ids(), user_id: world.ids() }),
  ],
  ['MESSAGE_REACTION_ADD', () => ({})],
  ['GUILD_MEMBERS_CHUNK', () => ({})],
  ['PRESENCE_UPDATE', () => ({})],
  ['VOICE_STATE_UPDATE', () => ({})],
  ['SOMETHING_NEW', () => ({})],
  ['THREAD_LIST_SYNC', () => ({ threads: [null, 1, {}] })],
  ['INTERACTION_CREATE', () => ({})],
];

describe('what arrives from Discord', () => {
  it('ends nothing, whatever its shape', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    const platform = await connect(stage, handlers);
    for (const [event, data] of UNEXPECTED) stage.gateway.dispatch(event, data(stage));
    await stage.person('Ann').run('quiz');
    expect(handlers.commands).toHaveLength(1);
    expect(handlers.threads).toEqual([]);
    expect(platform.state()).toEqual({ status: 'ready' });
    expect(stage.gateway.log.filter((what) => what === 'identify')).toHaveLength(1);
    expect(stage.refusals()).toEqual([]);
  });

  it.each([
    ['READY without what it says', { op: 0, t: 'READY', s: 2 }],
    ['an invalid session without a word', { op: 9 }],
    ['HELLO without a beat', { op: 10 }],
  ])('%s is followed by a sound connection', async (_, frame) => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    const platform = await connect(stage, handlers);
    stage.gateway.sendFrame(frame);
    const identifies = () => stage.gateway.log.filter((what) => what === 'identify').length;
    await stage.until(() => identifies() === 2 && platform.state().status === 'ready');
    await stage.person('Ann').run('quiz');
    expect(handlers.commands).toHaveLength(1);
  });
});

const MENU_COMMAND = { id: '1', name: 'Report', type: 3, target_id: '2' };
const ANYTHING = { id: '1', name: 'quiz', type: 1 };

describe('an interaction that the bot never offered', () => {
  const WITHOUT = [
    ['from a private message', ANYTHING, ['guild_id', 'guild', 'member', 'guild_locale']],
    ['without a channel', ANYTHING, ['channel']],
    ['without a member', ANYTHING, ['member']],
    ['with a message of unknown content', MENU_COMMAND, []],
  ] as const;

  it.each(WITHOUT)('%s is told where it works, privately', async (_, data, without) => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    await connect(stage, handlers, [...COMMANDS, HELP]);
    for (const [language, words, help] of [
      ['en', 'Whetstone works in the channels of a server', '/help'],
      ['ru', 'Whetstone работает в каналах сервера', '/помощь'],
    ] as const) {
      stage.person(language, { language });
      const type = InteractionType.ApplicationCommand;
      const answered = await stage.gesture(language, { type, data }, without);
      const told = answered.type === 'message' && JSON.stringify(answered.message);
      expect(told).toContain(words);
      expect(told).toContain(help);
    }
    expect(handlers.commands).toEqual([]);
    expect(stage.channelMessages()).toEqual([]);
    expect(stage.refusals()).toEqual([]);
  });

  it('is offered nothing to choose from while it is typed', async () => {
    const stage = await openStage();
    await connect(stage, recordingHandlers());
    const focused = { name: 'topic', type: 3, value: 'x', focused: true };
    const data = { ...ANYTHING, options: [focused] };
    const type = InteractionType.ApplicationCommandAutocomplete;
    const outcome = await stage.gesture('Ann', { type, data }, ['member']);
    expect(outcome).toEqual({ type: 'choices', choices: [] });
    expect(stage.refusals()).toEqual([]);
  });
});

describe('a message that says less than others', () => {
  it('is not heard', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    const platform = await connect(stage, handlers);
    const { message: channel } = await platform.post(channelOf(stage), text('Round 1'), 'k');
    await platform.openThread({ ...channelOf(stage), message: channel }, 'Round 1');
    const author = user(stage.world.ids(), 'Ann');
    const sent = { channel, author, body: { content: 'An answer' } };
    const whole = { ...buildMessage(stage.world, sent), guild_id: stage.workspace };
    for (const field of ['id', 'author', 'content', 'timestamp', 'channel_id', 'type']) {
      stage.gateway.dispatch('MESSAGE_CREATE', { ...whole, [field]: undefined });
    }
    stage.gateway.dispatch('MESSAGE_CREATE', whole);
    await stage.until(() => handlers.threads.length > 0, 'the whole message');
    expect(handlers.threads).toMatchObject([{ message: { gesture: whole.id } }]);
  });
});
