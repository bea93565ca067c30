import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/chat/form.ts';
import type { WordsBlock } from '../../../src/chat/message.ts';
import { bold } from '../../../src/chat/text.ts';
import {
  channelOf,
  connect,
  message,
  opened,
  openStage,
  recordingHandlers,
  reply,
  text,
  withButton,
} from './support.ts';

const form: Form = {
  action: { name: 'send-answer', args: ['7'] },
  title: 'Your answer',
  submit: 'Send',
  fields: [
    { id: 'answer', type: 'paragraph', label: 'Answer', required: true, value: 'so far' },
    {
      id: 'show',
      type: 'choice',
      label: 'Show my name',
      hint: 'at the reveal',
      required: true,
      value: 'yes',
      options: [
        { label: 'Yes', value: 'yes' },
        { label: 'No', value: 'no' },
      ],
    },
  ],
};

describe('a form', () => {
  it('opens from a button, holds what it is given, and comes back filled', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers({
      opensForm: (what) => what === 'answer',
      button: () => ({ type: 'form', form }),
    });
    const platform = await connect(stage, handlers);
    await platform.post(channelOf(stage), withButton('Round 1', 'answer'), 'k');
    const ann = stage.person('Ann');
    const shown = opened(await ann.press(stage.channelMessages()[0]!.buttons[0]!));
    expect(shown).toMatchObject({
      title: 'Your answer',
      fields: [
        { id: 'answer', label: 'Answer', value: 'so far' },
        { id: 'show', label: 'Show my name', value: 'yes' },
      ],
    });
    const words = 'Attention: «внимание» 👍\n**not bold**';
    expect(message(await ann.send(shown, { answer: words, show: 'no' })).text).toBe('sent');
    expect(handlers.forms).toMatchObject([
      {
        caller: { member: { id: ann.id }, channel: stage.channel },
        action: { name: 'send-answer', args: ['7'] },
        values: { answer: words, show: 'no' },
      },
    ]);
    expect(stage.refusals()).toEqual([]);
  });

  it('tells when it was sent by the platform’s clock, and which sending it was', async () => {
    const now = new Date('2026-03-01T12:00:00.123Z');
    const stage = await openStage({ now: () => now });
    const handlers = recordingHandlers({
      opensForm: (what) => what === 'track add',
      command: () => ({ type: 'form', form }),
    });
    await connect(stage, handlers);
    const ann = stage.person('Ann');
    const shown = opened(await ann.run('track', 'add', { deck: 'llm' }));
    await ann.send(shown, {});
    await ann.send(shown, {});
    expect(handlers.forms.map(({ at }) => at)).toEqual([now, now]);
    expect(new Set(handlers.forms.map(({ submission }) => submission)).size).toBe(2);
  });

  it('shows what it is about above its fields, letter for letter, and cut where Discord asks for it', async () => {
    const stage = await openStage();
    const about: readonly WordsBlock[] = [
      { type: 'text', text: [bold('Why **not** this?'), ' <@1> # `x`'] },
      { type: 'code', text: 'a ``` b' },
      { type: 'list', items: [['one'], ['two']], ordered: true },
    ];
    const forms = [about, [{ type: 'text', text: ['word '.repeat(2_000)] } as const]];
    const handlers = recordingHandlers({
      opensForm: () => true,
      command: () => ({ type: 'form', form: { ...form, about: forms.shift() ?? [] } }),
    });
    await connect(stage, handlers);
    const ann = stage.person('Ann');
    const shown = opened(await ann.run('track', 'add', { deck: 'llm' }));
    expect(shown.about).toMatch(/^Why \*\*not\*\* this\? <@1> # `x`/);
    expect(shown.about).toContain('1. one\n2. two');
    expect(shown.fields.map(({ id }) => id)).toEqual(['answer', 'show']);
    await ann.send(shown, { answer: 'kept' });
    expect(handlers.forms[0]?.values).toEqual({ answer: 'kept', show: 'yes' });
    const long = opened(await ann.run('track', 'add', { deck: 'llm' }));
    expect(long.about.length).toBeGreaterThan(3_990);
    expect(long.about).toMatch(/word…$/);
    expect(stage.refusals()).toEqual([]);
  });

  it('is not owed: what may open one may answer with a message', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers({
      opensForm: () => true,
      command: () => reply('Not yours.'),
    });
    await connect(stage, handlers);
    const answered = await stage.person('Ann').run('track', 'add', { deck: 'llm' });
    expect(message(answered).text).toBe('Not yours.');
    expect(stage.channelMessages()).toEqual([]);
    expect(stage.refusals()).toEqual([]);
  });

  it('opened from a private message changes that message when it is sent', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers({
      opensForm: (what) => what === 'answer',
      command: () => ({ type: 'reply', message: withButton('A question', 'answer') }),
      button: () => ({ type: 'form', form }),
      form: () => ({ type: 'replace', message: text('2 of 3 points') }),
    });
    await connect(stage, handlers);
    const ann = stage.person('Ann');
    const asked = message(await ann.run('quiz'));
    const shown = opened(await ann.press(asked.buttons[0]!));
    const judged = message(await ann.send(shown, { answer: 'this' }));
    expect(judged).toMatchObject({ id: asked.id, text: '2 of 3 points' });
    expect(stage.refusals()).toEqual([]);
  });

  it('leaves no trace of its text, or of any token, in the log when something fails', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line) => lines.push(line) });
    let now = new Date('2026-03-01T12:00:00Z');
    const stage = await openStage({ log, now: () => now });
    const handlers = recordingHandlers({
      opensForm: (what) => what === 'track add',
      command: () => ({ type: 'form', form }),
      form: ({ values }) => {
        now = new Date('2026-03-01T12:20:00Z');
        return reply(values['answer'] ?? '');
      },
    });
    await connect(stage, handlers);
    const ann = stage.person('Ann');
    const shown = opened(await ann.run('track', 'add', { deck: 'llm' }));
    ann.send(shown, { answer: 'my secret answer' }).catch(() => undefined);
    await stage.until(() => lines.some((line) => line.includes('did not reach')), 'the log line');
    const tokens = [...stage.world.interactions.keys(), stage.world.token];
    for (const secret of ['my secret answer', ...tokens]) {
      expect(lines.join('')).not.toContain(secret);
    }
  });

  it('with texts beyond Discord’s limits still opens, cut with a mark', async () => {
    const stage = await openStage();
    const long = 'Очень длинное слово '.repeat(400);
    const huge: Form = {
      ...form,
      title: long,
      fields: form.fields.map((field) => ({
        ...field,
        label: long,
        hint: long,
        ...(field.type === 'choice'
          ? { options: [{ label: long, value: 'yes' }] }
          : { value: long }),
      })),
    };
    const handlers = recordingHandlers({
      opensForm: () => true,
      command: () => ({ type: 'form', form: huge }),
    });
    await connect(stage, handlers);
    const shown = opened(await stage.person('Ann').run('track', 'add', { deck: 'llm' }));
    expect(shown.title).toMatch(/^Очень длинное .*…$/);
    expect(stage.refusals()).toEqual([]);
  });

  it('in answer to what opens none is a fault of ours: the asker reads an apology', async () => {
    const stage = await openStage();
    await connect(stage, recordingHandlers({ command: () => ({ type: 'form', form }) }));
    expect(message(await stage.person('Ann').run('quiz')).text).toBe('Sorry.');
    expect(stage.refusals()).toEqual([]);
  });
});
