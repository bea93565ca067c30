import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import type { Person, Seen, Stage } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const TABLE = [
  'Question,Answer,Topic,Notes',
  'What is a mutex?,A lock that one thread holds at a time.,Threads,x',
  'Что такое дедлок?,"Взаимная блокировка: потоки ждут друг друга.",Threads,y',
  ',An answer without a question.,Threads,z',
].join('\n');

describe.each(STAGES)('importing questions on $name', ({ open }) => {
  const clock = testClock(MONDAY_NINE);
  let stage: Stage;
  let bot: Bot;
  let mia: Person;

  beforeAll(async () => {
    stage = await open(() => clock.peek());
    bot = await startBot(stage, clock);
    mia = stage.person('Mia', { manages: true });
  });

  afterAll(async () => {
    await bot.stop();
    await stage.close();
  });

  async function sends(
    name: string,
    content: string,
    values: Readonly<Record<string, string>> = {},
  ): Promise<Seen> {
    const form = formOf(await mia.run('question', 'import'));
    return messageOf(await mia.send(form, values, { file: { name, content } }));
  }

  const stored = () =>
    bot.runtime.context.db
      .selectFrom('questions')
      .innerJoin('decks', 'decks.id', 'questions.deckId')
      .select(['decks.name', 'questions.slug'])
      .where('decks.workspaceId', 'is not', null)
      .orderBy('questions.slug')
      .execute();

  /** The message with the buttons: long ones come in pages. */
  const withButtons = async (first: Seen): Promise<Seen> =>
    first.buttons.length > 0
      ? first
      : stage.until(() => mia.told().find(({ buttons }) => buttons.length > 0), 'the buttons');

  it('opens the form only for those who manage', async () => {
    const refused = messageOf(await stage.person('Ann').run('question', 'import'));
    expect(refused.text).toContain('Only people who may manage');
  });

  it('shows what was found, and takes nothing in before it is told to', async () => {
    const shown = await sends('threads.csv', TABLE);
    expect(shown.text).toContain('threads.csv');
    expect(shown.text).toContain('Columns not read: Notes');
    expect(shown.text).toContain('English (1), Russian (1)');
    expect(shown.text).toMatch(/line 4: .*question.* is empty/);
    expect(shown.text).toContain('What is a mutex?');
    expect(shown.text).toContain('Взаимная блокировка');
    expect(await stored()).toEqual([]);
    const ready = await withButtons(shown);
    const [one, two] = await Promise.all([
      mia.press(button(ready, 'Take them in')),
      mia.press(button(ready, 'Take them in')),
    ]);
    for (const told of [one, two]) {
      expect(messageOf(told).text).toContain('Taken in: 2 new questions');
    }
    expect(await stored()).toEqual([
      { name: 'team', slug: 'chto-takoe-dedlok' },
      { name: 'team', slug: 'what-is-a-mutex' },
    ]);
  });

  it('takes a mended file in over the questions it brought before, for a deck of another name', async () => {
    const typed = { deck: 'Our basics', language: 'en' };
    const first = await withButtons(await sends('threads.csv', TABLE, typed));
    await mia.press(button(first, 'Take them in'));
    const mended = TABLE.replace('at a time', 'at any time');
    const preview = await sends('threads.csv', mended, typed);
    expect(preview.text).toContain('0 new, 1 changed, 0 unchanged');
    const again = await withButtons(preview);
    const told = messageOf(await mia.press(button(again, 'Take them in')));
    expect(told.text).toContain('0 new questions and 1 changed one in “Our basics”');
    expect(await stored()).toContainEqual({ name: 'our-basics', slug: 'what-is-a-mutex' });
  });

  it('takes what two people press for at once into one deck', async () => {
    const files = ['What is a heap?,A tree.', 'What is a trie?,A tree too.'];
    const shown: Seen[] = [];
    for (const row of files) {
      const table = `question,answer\n${row}`;
      shown.push(await withButtons(await sends('trees.csv', table, { deck: 'Trees' })));
    }
    await Promise.all(shown.map((seen) => mia.press(button(seen, 'Take them in'))));
    const trees = (await stored()).filter(({ name }) => name === 'trees');
    expect(trees.map(({ slug }) => slug)).toEqual(['what-is-a-heap', 'what-is-a-trie']);
  });

  it('says of a file that is none what is wrong with it, and of a name that is taken', async () => {
    const broken = await sends('deck.json', '[{"question": "What?",}]');
    expect(broken.text).toContain('Nothing in');
    expect(broken.text).toContain('line 1, column 23');
    const taken = await sends('threads.csv', TABLE, { deck: 'llm interview' });
    expect(taken.text).toContain('A deck that comes with Whetstone has this name');
    expect(taken.text).toContain('llm interview');
  });

  it('says what is wrong with a file in the language of the person who sent it', async () => {
    const lena = stage.person('Lena', { manages: true, language: 'ru' });
    const form = formOf(await lena.run('question', 'import'));
    const file = { name: 'deck.json', content: '[{"question": "Что?",}]' };
    const told = messageOf(await lena.send(form, {}, { file }));
    expect(told.text).toContain('файл: это не JSON: строка 1, столбец 22');
    const point = { id: 'k', label: 'Пункт', phrasings: [] };
    const keyPoints = [point, point];
    const ru = { question: 'Что это?', answer: 'Ответ.', keyPoints };
    const question = { id: 'twice', topic: 'all', difficulty: 'easy', ru };
    const faulty = { name: 'deck.json', content: JSON.stringify({ questions: [question] }) };
    const again = formOf(await lena.run('question', 'import'));
    const refused = messageOf(await lena.send(again, {}, { file: faulty }));
    expect(refused.text).toMatch(/ключевой пункт \W*k\W* встречается дважды/);
  });

  it('says of a button that is a month old that it is too old', async () => {
    const shown = await withButtons(await sends('threads.csv', TABLE, { deck: '' }));
    await bot.runtime.context.db.deleteFrom('drafts').execute();
    const told = messageOf(await mia.press(button(shown, 'Take them in')));
    expect(told.text).toContain('This is too old to go on with');
  });

  it('did nothing the platform would refuse', () => {
    expect(stage.refusals()).toEqual([]);
    expect(bot.errors).toEqual([]);
  });
});
