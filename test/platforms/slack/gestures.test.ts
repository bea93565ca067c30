import { afterEach, describe, expect, it } from 'vitest';
import type { Form } from '../../../src/chat/form.ts';
import { type Button, type Message, message } from '../../../src/chat/message.ts';
import { bold } from '../../../src/chat/text.ts';
import type { Answered, SeenForm } from '../../support/stage.ts';
import { fixedClock, openScene, reply, say, type Scene } from './support.ts';

const answerForm: Form = {
  action: { name: 'answer', args: ['7'] },
  title: 'Your answer to a question with a long title',
  submit: 'Send',
  about: [{ type: 'text', text: ['What is *LoRA*? ', bold('In short.')] }],
  fields: [
    {
      id: 'text',
      type: 'paragraph',
      label: 'Answer',
      required: true,
    },
    {
      id: 'name',
      type: 'choice',
      label: 'Show my name',
      required: true,
      value: 'yes',
      options: [
        { label: 'Yes', value: 'yes' },
        { label: 'No', value: 'no' },
      ],
    },
  ],
};

const withButtons = (...buttons: Button[]): Message =>
  message([
    { type: 'text', text: ['What is LoRA?'] },
    { type: 'buttons', buttons },
  ]);

const answerButton: Button = {
  label: 'Answer',
  action: { name: 'answer', args: ['7'] },
  style: 'primary',
};

function words(answer: Answered): string {
  if (answer.type !== 'message') throw new Error('a message was expected');
  return answer.message.text;
}

function form(answer: Answered): SeenForm {
  if (answer.type !== 'form') throw new Error('a form was expected');
  return answer.form;
}

/** After this long the bot asks Slack again who someone is. */
const MEMBERS_KEPT_SECONDS = 6 * 60;

let scene: Scene;
afterEach(() => scene.end());

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  it('answers a slash command to its author alone', async () => {
    scene = await openScene(
      { command: ({ caller }) => reply(`Hello, ${caller.member.name}`) },
      { transport },
    );
    const anna = scene.stage.person('Anna', {
      language: 'ru',
      timezone: 'Europe/Moscow',
      manages: true,
    });

    expect(words(await anna.run('quiz', { topic: 'attention heads' }))).toBe('Hello, Anna');

    expect(scene.commands).toEqual([
      {
        caller: {
          platform: 'slack',
          workspace: scene.stage.workspace,
          channel: scene.stage.channel,
          member: { id: anna.id, name: 'Anna', language: 'ru', timezone: 'Europe/Moscow' },
          mayManage: true,
        },
        command: 'quiz',
        options: { topic: 'attention heads' },
      },
    ]);
    expect(scene.stage.channelMessages()).toEqual([]);
    expect(anna.told()).toEqual([]);
    expect(scene.stage.refusals()).toEqual([]);
  });

  it('takes an answer from a button to a form to its confirmation', async () => {
    scene = await openScene(
      {
        button: () => ({ type: 'form', form: answerForm }),
        form: ({ values }) => reply(`Taken: ${values['text']}`),
      },
      { transport },
    );
    const { stage, platform } = scene;
    const place = { workspace: stage.workspace, channel: stage.channel };
    await platform.post(place, withButtons(answerButton), 'question-1');
    const [question] = stage.channelMessages();
    const boris = stage.person('Boris');

    const opened = form(await boris.press(question!.buttons[0]!));
    expect(opened.title).toBe('Your answer to a questi…');
    expect(opened.about).toBe('What is *LoRA*? In short.');
    expect(opened.fields.map(({ label, value }) => [label, value])).toEqual([
      ['Answer', ''],
      ['Show my name', 'yes'],
    ]);

    const sent = await boris.send(opened, { text: 'Low *rank* <b>&amp;</b>' });
    expect(words(sent)).toBe('Taken: Low *rank* <b>&amp;</b>');
    expect(scene.forms[0]).toMatchObject({
      action: { name: 'answer', args: ['7'] },
      values: { text: 'Low *rank* <b>&amp;</b>', name: 'yes' },
      caller: { channel: stage.channel, member: { name: 'Boris' }, mayManage: false },
    });
    expect(stage.refusals()).toEqual([]);
  });

  it('changes the private message that bears the button', async () => {
    scene = await openScene(
      {
        command: () => ({
          type: 'reply',
          message: withButtons({ ...answerButton, label: 'Show' }),
        }),
        button: () => ({ type: 'replace', message: say('Low-rank adaptation.') }),
      },
      { transport },
    );
    const anna = scene.stage.person('Anna');
    const quiz = await anna.run('quiz');
    const [button] = quiz.type === 'message' ? quiz.message.buttons : [];

    expect(words(await anna.press(button!))).toBe('Low-rank adaptation.');
    expect(anna.privately().map(({ text }) => text)).toEqual(['Low-rank adaptation.']);
  });

  it('apologises in the language of the person when the bot fails', async () => {
    scene = await openScene({}, { transport });
    const anna = scene.stage.person('Anna', { language: 'ru' });
    expect(words(await anna.run('quiz'))).toBe('Простите, ошибка у нас.');
  });
});

describe('a gesture', () => {
  it('never changes what everybody sees: a button on a question is answered beside it', async () => {
    scene = await openScene({ button: () => ({ type: 'replace', message: say('Only for you') }) });
    const { stage, platform } = scene;
    await platform.post(
      { workspace: stage.workspace, channel: stage.channel },
      withButtons(answerButton),
      'k',
    );
    const [question] = stage.channelMessages();

    expect(words(await stage.person('Anna').press(question!.buttons[0]!))).toBe('Only for you');
    expect(stage.channelMessages()[0]?.text).toBe('What is LoRA?');
    expect(stage.refusals()).toEqual([]);
  });

  it('made in a thread is answered in the thread', async () => {
    scene = await openScene({ button: () => reply('Your streak: 3') });
    const { stage, platform } = scene;
    const place = { workspace: stage.workspace, channel: stage.channel };
    const question = await platform.post(place, say('What is LoRA?'), 'k1');
    const { thread } = await platform.openThread(question, 'Round 1');
    await platform.post(thread, withButtons({ ...answerButton, label: 'My streak' }), 'k2');
    const [root] = stage.channelMessages();
    const [reveal] = stage.threadMessages(root!);

    const answer = await stage.person('Anna').press(reveal!.buttons[0]!);
    expect(answer.type === 'message' && answer.message.thread).toBe(question.message);
  });

  it('is answered on several pages where one is too short', async () => {
    const long = Array.from({ length: 8 }, (_, n) => `${n}: ${'lorem ipsum '.repeat(200)}`);
    scene = await openScene({ command: () => reply(...long) });
    const anna = scene.stage.person('Anna');
    await anna.run('whetstone');
    await scene.stage.until(() => anna.privately().some(({ text }) => text.includes('7: ')));
    expect(anna.privately().length).toBeGreaterThan(1);
    expect(scene.stage.refusals()).toEqual([]);
  });

  it('that opens a form too late is answered with an apology', async () => {
    const clock = fixedClock();
    scene = await openScene(
      {
        command: () => {
          clock.forward(4);
          return { type: 'form', form: answerForm };
        },
      },
      { now: clock.now },
    );
    expect(words(await scene.stage.person('Anna').run('track', 'add'))).toBe('Sorry, our fault.');
    expect(scene.stage.refusals()).toEqual(['views.open: expired_trigger_id']);
  });

  it('still gets an answer when the form was filled in for longer than the response URL lives', async () => {
    const clock = fixedClock();
    scene = await openScene(
      { button: () => ({ type: 'form', form: answerForm }), form: () => reply('Taken.') },
      { now: clock.now },
    );
    const { stage, platform } = scene;
    await platform.post(
      { workspace: stage.workspace, channel: stage.channel },
      withButtons(answerButton),
      'k',
    );
    const anna = stage.person('Anna');
    const opened = form(await anna.press(stage.channelMessages()[0]!.buttons[0]!));
    clock.forward(45 * 60);
    expect(words(await anna.send(opened, { text: 'A long thought' }))).toBe('Taken.');
  });

  it.each([
    ['where its response URL cannot be reached', 'unreachable'],
    ['where the connection to its response URL is cut', 'reset'],
    ['where its response URL refuses it with the status 200', 'refused'],
  ] as const)('still gets an answer %s', async (_, fault) => {
    scene = await openScene({ command: () => reply('At last') });
    scene.stage.world.responseFault = fault;
    const anna = scene.stage.person('Anna');
    expect(words(await anna.run('quiz'))).toBe('At last');
    expect(anna.privately().map(({ text }) => text)).toEqual(['At last']);
    expect(scene.stage.refusals()).toEqual([]);
  });

  it('is acknowledged before the bot works on it', async () => {
    const clock = fixedClock();
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    scene = await openScene(
      { command: () => slow.then(() => reply('At last')) },
      { now: clock.now },
    );
    const anna = scene.stage.person('Anna');
    const answer = anna.run('quiz');
    await scene.stage.until(() => scene.commands.length === 1);
    clock.forward(60);
    finish();
    expect(words(await answer)).toBe('At last');
    expect(scene.stage.refusals()).toEqual([]);
  });
});

describe('a form', () => {
  it('shows what it holds, and keeps what is not changed', async () => {
    const prefilled: Form = {
      ...answerForm,
      fields: answerForm.fields.map((field) =>
        field.id === 'text' ? { ...field, value: 'My first try' } : field,
      ),
    };
    scene = await openScene({
      command: () => ({ type: 'form', form: prefilled }),
      form: () => reply('ok'),
    });
    const anna = scene.stage.person('Anna');
    const opened = form(await anna.run('quiz'));
    await anna.send(opened, { name: 'no' });
    expect(scene.forms[0]?.values).toEqual({ text: 'My first try', name: 'no' });
  });

  it('is dated when it came, however long Slack takes to say who sent it', async () => {
    const clock = fixedClock('2026-03-02T17:53:58Z');
    scene = await openScene(
      { command: () => ({ type: 'form', form: answerForm }), form: () => reply('Taken.') },
      { now: clock.now },
    );
    const anna = scene.stage.person('Anna');
    const opened = form(await anna.run('quiz'));
    clock.forward(MEMBERS_KEPT_SECONDS);
    const sentAt = clock.now();
    scene.stage.server.http.prependListener('request', ({ url }) => {
      if (url === '/api/users.info') clock.forward(5);
    });
    await anna.send(opened, { text: 'Just in time' });
    expect(clock.now()).not.toEqual(sentAt);
    expect(scene.forms[0]?.at).toEqual(sentAt);
  });
});
