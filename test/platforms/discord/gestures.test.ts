import { InteractionType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/chat/form.ts';
import { interact } from '../../support/discord/interact.ts';
import {
  channelOf,
  COMMANDS,
  connect,
  HELP,
  message,
  openStage,
  recordingHandlers,
  reply,
  text,
  withButton,
} from './support.ts';

describe('a slash command', () => {
  it('reaches the bot with its asker and options, and its answer is for the asker alone', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers({ command: () => reply('Here you are.') });
    await connect(stage, handlers);
    const ann = stage.person('Ann', { manages: true, language: 'ru' });
    const answered = await ann.run('track', 'add', { deck: 'llm', note: 'daily' });
    expect(message(answered).text).toBe('Here you are.');
    expect(handlers.commands).toEqual([
      {
        caller: {
          platform: 'discord',
          workspace: stage.workspace,
          channel: stage.channel,
          member: { id: ann.id, name: 'Ann', language: 'ru' },
          mayManage: true,
        },
        command: 'track',
        subcommand: 'add',
        options: { deck: 'llm', note: 'daily' },
      },
    ]);
    expect(stage.channelMessages()).toEqual([]);
    expect(ann.told()).toEqual([]);
    expect(stage.refusals()).toEqual([]);
  });

  it('names another member by id', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    await connect(stage, handlers);
    const ben = stage.person('Ben');
    await stage.person('Ann').run('quiz', { who: 'Ben', difficulty: 'easy' });
    expect(handlers.commands[0]).toMatchObject({
      caller: { mayManage: false },
      options: { who: ben.id, difficulty: 'easy' },
    });
  });

  it('is completed while someone types', async () => {
    const stage = await openStage();
    const topics = Array.from({ length: 40 }, (_, i) => `topic ${i}`);
    const handlers = recordingHandlers({ complete: () => topics });
    await connect(stage, handlers);
    expect(await stage.person('Ann').complete('quiz', 'topic', 'att')).toHaveLength(25);
    expect(handlers.completions).toMatchObject([
      { command: 'quiz', option: 'topic', partial: 'att', options: { topic: 'att' } },
    ]);
    expect(stage.refusals()).toEqual([]);
  });

  it('that is answered at length comes in several private messages', async () => {
    const stage = await openStage();
    const long = 'A sentence about attention. '.repeat(400);
    await connect(stage, recordingHandlers({ command: () => reply(long) }));
    const ann = stage.person('Ann');
    const first = message(await ann.run('quiz'));
    await stage.until(() => ann.told().length === 3, 'the other pages');
    const words = [first, ...ann.told()].map((page) => page.text).join(' ');
    expect(words).toBe(long.trim());
    expect(stage.refusals()).toEqual([]);
  });

  it('that fails is answered with an apology in the language of the asker', async () => {
    const stage = await openStage();
    await connect(stage, recordingHandlers({ command: () => Promise.reject(new Error('broken')) }));
    const answered = await stage.person('Аня', { language: 'ru' }).run('quiz');
    expect(message(answered).text).toBe('Простите.');
  });

  it('may take long: it is acknowledged before it is handled', async () => {
    let now = new Date('2026-03-01T12:00:00Z');
    const stage = await openStage({ now: () => now });
    const handlers = recordingHandlers({
      command: () => {
        now = new Date('2026-03-01T12:01:00Z');
        return reply('at last');
      },
    });
    await connect(stage, handlers);
    expect(message(await stage.person('Ann').run('quiz')).text).toBe('at last');
    expect(stage.refusals()).toEqual([]);
  });

  it('that was not acknowledged in time is not carried out: the asker has been told it failed', async () => {
    let now = new Date('2026-03-01T12:00:00Z');
    const stage = await openStage({ now: () => now });
    const handlers = recordingHandlers();
    await connect(stage, handlers);
    const running = stage.person('Ann').run('quiz');
    running.catch(() => undefined);
    now = new Date('2026-03-01T12:00:04Z');
    await stage.until(() => stage.refusals().length > 0, 'the refusal');
    expect(stage.refusals()).toEqual([expect.stringContaining('10062 Unknown interaction')]);
    await stage.person('Ann').run('track', 'add', { deck: 'llm' });
    expect(handlers.commands.map(({ command }) => command)).toEqual(['track']);
  });

  it('delivered twice is handled once', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    await connect(stage, handlers);
    stage.faults.deliverTwice(true);
    await stage.person('Ann').run('quiz');
    await stage.person('Ann').run('track', 'add', { deck: 'llm' });
    expect(handlers.commands.map(({ command }) => command)).toEqual(['quiz', 'track']);
    expect(stage.refusals()).toEqual([]);
  });

  it('that two replicas hear is handled by the one that acknowledged it first', async () => {
    const stage = await openStage();
    const [one, two] = [recordingHandlers(), recordingHandlers()];
    await connect(stage, one);
    await connect(stage, two);
    const sent = Array.from({ length: 5 }, () => stage.person('Ann').run('quiz'));
    await Promise.all(sent);
    expect(one.commands.length + two.commands.length).toBe(5);
    expect(stage.refusals()).toEqual([]);
  });
});

describe('a button', () => {
  it('on a public message is answered in private', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    const platform = await connect(stage, handlers);
    await platform.post(channelOf(stage), withButton('Round 1', 'go'), 'k');
    const [post] = stage.channelMessages();
    const answered = await stage.person('Ann').press(post!.buttons[0]!);
    expect(message(answered).text).toBe('pressed');
    expect(handlers.buttons).toMatchObject([{ action: { name: 'go', args: ['a:b'] } }]);
    expect(stage.channelMessages()).toHaveLength(1);
    expect(stage.refusals()).toEqual([]);
  });

  it('in a thread names the channel above', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    const platform = await connect(stage, handlers);
    const ref = await platform.post(channelOf(stage), text('Round 1'), 'k');
    const { thread } = await platform.openThread(ref, 'Round 1');
    await platform.post(thread, withButton('The reveal', 'go'), 'reveal');
    const [reveal] = stage.threadMessages(stage.channelMessages()[0]!);
    await stage.person('Ann').press(reveal!.buttons[0]!);
    expect(handlers.buttons).toMatchObject([{ caller: { channel: stage.channel } }]);
  });

  it('on a private message may change that message', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers({
      command: () => ({ type: 'reply', message: withButton('page 1', 'turn') }),
      button: () => ({ type: 'replace', message: withButton('page 2', 'turn') }),
    });
    await connect(stage, handlers);
    const ann = stage.person('Ann');
    const page = message(await ann.run('quiz'));
    const turned = message(await ann.press(page.buttons[0]!));
    expect(turned).toMatchObject({ id: page.id, text: 'page 2' });
    expect(stage.refusals()).toEqual([]);
  });

  it('on a private message may be answered by a message of its own', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers({
      command: () => ({ type: 'reply', message: withButton('page 1', 'more') }),
    });
    await connect(stage, handlers);
    const ann = stage.person('Ann');
    const page = message(await ann.run('quiz'));
    const other = message(await ann.press(page.buttons[0]!));
    expect(other.id).not.toBe(page.id);
    expect(other.text).toBe('pressed');
  });

  it('that asks to replace a public message is answered in private all the same', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers({
      button: () => ({ type: 'replace', message: text('for you') }),
    });
    const platform = await connect(stage, handlers);
    await platform.post(channelOf(stage), withButton('Round 1', 'go'), 'k');
    const [post] = stage.channelMessages();
    expect(message(await stage.person('Ann').press(post!.buttons[0]!)).text).toBe('for you');
    expect(stage.channelMessages()[0]?.text).toBe('Round 1');
    expect(stage.refusals()).toEqual([]);
  });
});

describe('an answer that a passing fault met', () => {
  const form: Form = {
    action: { name: 'send', args: [] },
    ...{ title: 'Your answer', submit: 'Send' },
    fields: [{ id: 'answer', type: 'paragraph', label: 'Answer', required: true }],
  };
  const FAULTS = [
    ['is not taken', 'failAnswers'],
    ['is taken, and Discord does not say so', 'swallowAnswers'],
  ] as const;

  it.each(FAULTS)('reaches the one who asked where the acknowledgement %s', async (_, fault) => {
    const stage = await openStage();
    const handlers = recordingHandlers({ command: () => reply('Here you are.') });
    await connect(stage, handlers);
    stage.world.settings[fault] = 1;
    expect(message(await stage.person('Ann').run('quiz')).text).toBe('Here you are.');
    expect(handlers.commands).toHaveLength(1);
  });

  it.each(FAULTS)('reaches them where what follows it %s', async (_, fault) => {
    const stage = await openStage();
    const handlers = recordingHandlers({
      command: () => {
        stage.world.settings[fault] = 1;
        return reply('Here you are.');
      },
    });
    await connect(stage, handlers);
    expect(message(await stage.person('Ann').run('quiz')).text).toBe('Here you are.');
  });

  it.each(FAULTS)('opens its form where the form %s', async (_, fault) => {
    const stage = await openStage();
    const command = () => ({ type: 'form', form }) as const;
    await connect(stage, recordingHandlers({ opensForm: () => true, command }));
    stage.world.settings[fault] = 1;
    expect((await stage.person('Ann').run('quiz')).type).toBe('form');
  });
});

describe('a gesture in a private message', () => {
  it("is another's than the one it was written to, and is declined", async () => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    const platform = await connect(stage, handlers, [...COMMANDS, HELP]);
    const place = await platform.openDirect(stage.workspace, stage.person('Ann').id);
    await platform.post(place!, withButton('Shall we?', 'go'), 'key');
    const [letter] = stage.person('Ann').told();
    const data = { custom_id: letter!.buttons[0]!.id, component_type: 2 };
    for (const [name, custom_id] of [
      ['Ben', data.custom_id],
      ['Ann', 'go:7'],
      ['Ann', 'go:7/not-an-addressee'],
    ] as const) {
      stage.person(name);
      const member = stage.world.members.get(name)!;
      const sent = { type: InteractionType.MessageComponent, data: { ...data, custom_id } };
      const told = await interact(stage.world, stage.gateway, member, sent, place!.channel);
      expect(JSON.stringify(told)).toContain('works in the channels of a server');
    }
    expect(handlers.buttons).toEqual([]);
    expect(stage.refusals()).toEqual([]);
  });
});
