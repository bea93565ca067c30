import { describe, expect, it } from 'vitest';
import type { DiscordStage } from '../../support/discord/stage.ts';
import { withoutEach } from '../../support/without.ts';
import {
  channelOf,
  COMMANDS,
  connect,
  HELP,
  message,
  openStage,
  recordingHandlers,
  reply,
  withButton,
} from './support.ts';

type Fields = Readonly<Record<string, unknown>>;

const MASON = {
  user: { id: '53908232506183680', username: 'Mason', avatar: null, discriminator: '1337' },
  roles: ['539082325061836999'],
  permissions: '2147483647',
  nick: null,
  joined_at: '2017-03-13T19:19:14.040000+00:00',
};

const GUILD = {
  guild_id: '290926798626357999',
  guild_locale: 'en-US',
  locale: 'en-US',
  app_permissions: '442368',
};

/** The examples of "Receiving and Responding to Interactions" and "Component Reference" in Discord's
 *  documentation, which leave out what real interactions bear. */
const EXAMPLES: readonly (readonly [string, Fields])[] = [
  [
    'a slash command',
    {
      ...GUILD,
      type: 2,
      token: 'slash',
      member: MASON,
      id: '786008729715212338',
      data: {
        options: [{ type: 3, name: 'cardname', value: 'The Gitrog Monster' }],
        ...{ type: 1, name: 'cardsearch', id: '771825006014889984' },
      },
      channel_id: '645027906669510667',
    },
  ],
  [
    'a user command without what it resolves to',
    {
      ...GUILD,
      type: 2,
      token: 'user',
      member: MASON,
      application_id: '775799577604522054',
      id: '867794291820986368',
      data: {
        type: 2,
        name: 'High Five',
        id: '866818195033292850',
        target_id: '809850198683418695',
      },
      channel: { id: '772908445358620702', type: 0, guild_id: GUILD.guild_id },
      channel_id: '772908445358620702',
    },
  ],
  [
    'a component of a message',
    {
      version: 1,
      type: 3,
      token: 'component',
      message: {
        ...{ type: 0, id: '844397162624450620', flags: 0, channel_id: '345626669114982402' },
        content: 'This is a message with components.',
      },
      member: MASON,
      id: '846462639134605312',
      guild_id: '290926798626357999',
      data: { custom_id: 'click_one', component_type: 2 },
      channel_id: '345626669114982999',
      application_id: '290926444748734465',
    },
  ],
  [
    'a command in a private message',
    {
      type: 2,
      token: 'private',
      user: MASON.user,
      id: '786008729715212339',
      application_id: '290926444748734465',
      data: { type: 1, name: 'quiz', id: '771825006014889984' },
      channel: { id: '345626669114982403', type: 1 },
      channel_id: '345626669114982403',
    },
  ],
];

/** Keeps what Discord sends from now on. */
function record({ gateway }: DiscordStage): (readonly [string, Fields])[] {
  const sent: (readonly [string, Fields])[] = [];
  const dispatch = gateway.dispatch.bind(gateway);
  Object.assign(gateway, {
    dispatch: (event: string, data: Fields) => {
      sent.push([event, data]);
      dispatch(event, data);
    },
  });
  return sent;
}

/** Everything that people do: a command, a button, a form, and a reply written, edited and deleted. */
async function everything(stage: DiscordStage) {
  const form = { type: 'form' as const, form: FORM };
  const handlers = recordingHandlers({
    opensForm: () => true,
    command: () => form,
    button: () => form,
  });
  const platform = await connect(stage, handlers);
  const ref = await platform.post(channelOf(stage), withButton('Round 1', 'go'), 'k');
  const { thread } = await platform.openThread(ref, 'Round 1');
  const [post] = stage.channelMessages();
  const ann = stage.person('Ann');
  const sent = record(stage);
  await ann.run('quiz', { topic: 'attention' });
  const opened = await ann.press(post!.buttons[0]!);
  if (opened.type === 'form') message(await ann.send(opened.form, { text: 'An answer' }));
  const written = await ann.reply(post!, 'A reply');
  await ann.rewrite(written, 'A better one');
  await ann.remove(written);
  await stage.until(() => handlers.threads.length === 3, 'all that was done');
  return { handlers, platform, ann, thread, written, sent: [...sent] };
}

const FORM = {
  action: { name: 'answer', args: ['7'] },
  title: 'Answer',
  submit: 'Send',
  fields: [{ type: 'paragraph' as const, id: 'text', label: 'Answer', required: true }],
};

describe('what is replayed', () => {
  it.each(EXAMPLES)('is answered where it is %s of the documentation', async (_, example) => {
    const stage = await openStage();
    const handlers = recordingHandlers({ command: () => reply('done') });
    await connect(stage, handlers, [...COMMANDS, HELP]);
    stage.gateway.dispatch('INTERACTION_CREATE', example);
    const path = `/interactions/${String(example['id'])}/${String(example['token'])}/callback`;
    await stage.until(() => stage.requests.some((each) => each.path.endsWith(path)), 'an answer');
    expect([handlers.commands, handlers.buttons]).toEqual([[], []]);
    expect(stage.channelMessages()).toEqual([]);
  });

  it('does what it says or nothing, where any one field is left out', async () => {
    const stage = await openStage();
    const { handlers, platform, ann, thread, written, sent } = await everything(stage);
    for (const [event, data] of sent) {
      for (const part of withoutEach(data)) {
        const fresh = event === 'INTERACTION_CREATE' && 'id' in part && { id: stage.world.ids() };
        stage.gateway.dispatch(event, { ...part, ...fresh });
      }
    }
    await ann.run('quiz', { topic: 'the last one' });
    await stage.until(() => handlers.commands.at(-1)?.options['topic'] === 'the last one');
    await platform.stop();
    expect(handlers.commands.length).toBeGreaterThan(10);
    for (const { caller } of [...handlers.commands, ...handlers.buttons, ...handlers.forms]) {
      const { workspace, channel } = stage;
      expect(caller).toMatchObject({ workspace, channel, member: { id: ann.id } });
    }
    for (const heard of handlers.threads) {
      const { ref } = heard.type === 'deleted' ? heard : heard.message;
      expect(ref).toEqual({ ...thread, message: written.id });
    }
    expect(stage.channelMessages()).toHaveLength(1);
    expect(stage.gateway.log.filter((what) => what === 'identify')).toHaveLength(1);
  });
});
