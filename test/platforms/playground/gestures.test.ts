import { afterEach, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../../support/answered.ts';
import { answerForm, card, NOON, openScene, reply, say, type Scene } from './support.ts';

let scene: Scene;
afterEach(() => scene.end());

describe('a command', () => {
  it('reaches the bot with the person who asks, and is replied to for them alone', async () => {
    scene = await openScene({ command: () => reply('Here you are.') });
    const ann = scene.stage.person('Ann', {
      manages: true,
      language: 'ru',
      timezone: 'Asia/Tokyo',
    });
    const told = messageOf(await ann.run('quiz', { topic: 'masked language', difficulty: 'hard' }));
    expect(told).toMatchObject({ author: 'whetstone', text: 'Here you are.' });
    expect(scene.commands).toEqual([
      {
        caller: {
          platform: 'playground',
          workspace: 'playground',
          channel: 'general',
          member: { id: ann.id, name: 'Ann', language: 'ru', timezone: 'Asia/Tokyo' },
          mayManage: true,
        },
        command: 'quiz',
        options: { topic: 'masked language', difficulty: 'hard' },
      },
    ]);
    expect(scene.stage.channelMessages()).toEqual([]);
    expect(scene.stage.person('Bob').told()).toEqual([]);
    expect(ann.told()).toEqual([]);
  });

  it('may be typed in any language, its members by name', async () => {
    scene = await openScene({ command: () => reply('…') });
    const bob = scene.stage.person('Bob');
    await scene.stage.person('Ann').run('серия', { участник: '@bob' });
    await scene.stage.person('Ann').run('программа', 'добавить', { расписание: '0 9 * * *' });
    expect(
      scene.commands.map(({ command, subcommand, options }) => [command, subcommand, options]),
    ).toEqual([
      ['streak', undefined, { member: bob.id }],
      ['track', 'add', { cron: '0 9 * * *' }],
    ]);
  });

  it('gets an apology in the asker’s language where the bot fails', async () => {
    scene = await openScene();
    const ann = scene.stage.person('Ann', { language: 'ru' });
    expect(messageOf(await ann.run('quiz')).text).toBe('Простите');
  });
});

describe('what is offered while one types', () => {
  const labels = async (line: string, as = 'ada', cookie = ''): Promise<string[]> => {
    const query = new URLSearchParams({ as, channel: 'general', line }).toString();
    const response = await fetch(`${scene.stage.url()}/api/completions?${query}`, {
      headers: { cookie },
    });
    const { from, items } = (await response.json()) as {
      from: number;
      items: { insert: string; label: string }[];
    };
    return items.map(({ insert }) => line.slice(0, from) + insert);
  };

  it('are commands, subcommands, options and their values', async () => {
    scene = await openScene({
      complete: ({ option, partial, options }) => [
        { label: `${option} ${partial} ${options['difficulty']}`, value: 'masked language' },
      ],
    });
    expect(await labels('hello')).toEqual([]);
    expect(await labels('/')).toEqual(['/quiz ', '/streak ', '/track ']);
    expect(await labels('/st')).toEqual(['/streak ']);
    expect(await labels('/track ')).toEqual(['/track add ', '/track list ']);
    expect(await labels('/track a')).toEqual(['/track add ']);
    expect(await labels('/track add ')).toEqual(['/track add cron:']);
    expect(await labels('/quiz ')).toEqual(['/quiz topic:', '/quiz difficulty:']);
    expect(await labels('/quiz difficulty:')).toEqual([
      '/quiz difficulty:Easy ',
      '/quiz difficulty:"Quite hard" ',
    ]);
    expect(await labels('/quiz difficulty:"quite h')).toEqual(['/quiz difficulty:"Quite hard" ']);
    expect(await labels('/quiz difficulty:hard topic:ma')).toEqual([
      '/quiz difficulty:hard topic:"masked language" ',
    ]);
    expect(await labels('/streak member:t')).toEqual(['/streak member:Timur ']);
    expect(await labels('/nothing ')).toEqual([]);
  });

  it('are commands by the names that the bot’s words call them, in any language', async () => {
    scene = await openScene();
    const russian = 'whetstone-language=ru';
    expect(await labels('/', 'ada', russian)).toEqual(['/quiz ', '/streak ', '/track ']);
    expect(await labels('/track ', 'ada', russian)).toEqual(['/track add ', '/track list ']);
    expect(await labels('/вопр', 'ada', russian)).toEqual(['/вопрос ']);
    expect(await labels('/программа доб', 'ada', russian)).toEqual(['/программа добавить ']);
    const page = await (await fetch(scene.stage.url(), { headers: { cookie: russian } })).text();
    const tried = [...page.matchAll(/data-try="([^"]+)"/g)].map(([, line]) => line);
    expect(tried).toEqual(['/quiz ', '/streak ', '/track ']);
  });

  it('are in the visitor’s language, and none that they would be refused', async () => {
    scene = await openScene();
    const russian = 'whetstone-language=ru';
    expect(await labels('/вопрос ', 'timur', russian)).toEqual([
      '/вопрос тема:',
      '/вопрос сложность:',
    ]);
    expect(await labels('/вопрос сложность:', 'timur', russian)).toEqual([
      '/вопрос сложность:Лёгкий ',
      '/вопрос сложность:Сложный ',
    ]);
  });
});

describe('a button', () => {
  it('tells what it is for and who pressed it', async () => {
    scene = await openScene({ button: () => reply('Five rounds.') });
    const question = await scene.question(card('What is LoRA?', 'answer', 'my-streak'));
    const ann = scene.stage.person('Ann');
    expect(messageOf(await ann.press(button(question, 'my-streak'))).text).toBe('Five rounds.');
    expect(scene.buttons).toMatchObject([
      {
        action: { name: 'my-streak', args: ['7'] },
        caller: { member: { name: 'Ann' }, mayManage: false },
      },
    ]);
  });

  it('changes the private message that bears it where the bot says so', async () => {
    scene = await openScene({
      command: () => ({ type: 'reply', message: card('first', 'another') }),
      button: () => ({ type: 'replace', message: card('second', 'another') }),
    });
    const ann = scene.stage.person('Ann');
    const first = messageOf(await ann.run('quiz'));
    const second = messageOf(await ann.press(button(first, 'another')));
    expect(second).toMatchObject({ id: first.id, text: 'second' });
  });

  it('brings a message of its own where there is no private one to change', async () => {
    scene = await openScene({ button: () => ({ type: 'replace', message: say('for you') }) });
    const question = await scene.question(card('What is LoRA?', 'answer'));
    const told = messageOf(await scene.stage.person('Ann').press(button(question, 'answer')));
    expect(told.id).not.toBe(question.id);
    expect(scene.stage.channelMessages().map(({ text }) => text)).toEqual(['What is LoRA?']);
  });

  it('on what only someone else sees, or that is not there, cannot be pressed', async () => {
    scene = await openScene({
      command: () => ({ type: 'reply', message: card('secret', 'show') }),
    });
    const told = messageOf(await scene.stage.person('Ann').run('quiz'));
    const show = button(told, 'show');
    await expect(scene.stage.person('Bob').press(show)).rejects.toThrow('404');
    await expect(scene.stage.person('Ann').press({ ...show, id: 'drop:7' })).rejects.toThrow('404');
    expect(scene.buttons).toEqual([]);
  });
});

describe('a form', () => {
  it('opens with what its fields hold, and comes back with what was put in', async () => {
    scene = await openScene({
      button: () => ({ type: 'form', form: answerForm }),
      form: () => reply('Saved.'),
    });
    const question = await scene.question(card('What is LoRA?', 'answer'));
    const ann = scene.stage.person('Ann');
    const form = formOf(await ann.press(button(question, 'answer')));
    expect(form).toMatchObject({
      title: 'Your answer',
      fields: [
        { id: 'text', label: 'Answer', value: '\nhalf a thought' },
        {
          id: 'name',
          label: 'Show',
          value: 'hide',
          options: [{ value: 'show' }, { value: 'hide' }],
        },
      ],
    });
    const text = 'Ответ 🎓 <b>\r\n'.repeat(5000);
    expect(messageOf(await ann.send(form, { text })).text).toBe('Saved.');
    expect(scene.forms).toMatchObject([
      { action: { name: 'answer', args: ['7'] }, values: { text, name: 'hide' }, at: NOON },
    ]);
  });

  it('bears one mark for all sendings of one opening, and another for the next', async () => {
    scene = await openScene({
      command: () => ({ type: 'form', form: answerForm }),
      form: () => reply('Saved.'),
    });
    const ann = scene.stage.person('Ann');
    const form = formOf(await ann.run('quiz'));
    await ann.send(form, {});
    await ann.send(form, {});
    await ann.send(formOf(await ann.run('quiz')), {});
    const [first, second, third] = scene.forms.map(({ submission }) => submission);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
});
