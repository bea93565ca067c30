import { describe, expect, test } from 'vitest';
import { fileWith, importFile } from './support.ts';

async function taken(name: string, content: string) {
  const { deck, lost, leftOut, warnings } = await importFile(await fileWith(name, content));
  const cards = deck?.questions.map(({ en, ru }) => ({
    ...(en && { en: [en.question, en.answer] }),
    ...(ru && { ru: [ru.question, ru.answer] }),
  }));
  return { cards, leftOut, lost: [...lost.columns, ...lost.keys], warnings };
}

const HELP =
  'in the same language, so it is not read (name columns in pairs, such as `question_ru` and `answer_ru`)';

const without = (...columns: readonly string[]) => ({
  lost: columns,
  warnings: [
    {
      where: 'the file',
      why: `nothing stands beside ${columns.map((one) => `\`${one}\``).join(', ')} ${HELP}`,
    },
  ],
});

describe('an answer goes with the question in its own language', () => {
  test.each([
    [
      'English',
      'question_en,question_ru,answer\nWhat is k?,Что такое k?,A number\n',
      'question_ru',
    ],
    [
      'English before an explanation',
      'question_ru,question_en,answer,explanation\nЧто такое k?,What is k?,A number,\n',
      'question_ru',
    ],
    ['English, of two', 'question,answer_en,answer_ru\nWhat is k?,A number,Число\n', 'answer_ru'],
    [
      'English alone',
      'question_en,question_ru,answer_en\nWhat is k?,Что такое k?,A number\n',
      'question_ru',
    ],
    ['no named language', 'question,answer,answer_ru\nWhat is k?,A number,Число\n', 'answer_ru'],
  ])('%s', async (_what, table, lone) => {
    expect(await taken('t.csv', table)).toEqual({
      cards: [{ en: ['What is k?', 'A number'] }],
      leftOut: 0,
      ...without(lone),
    });
  });

  test('Russian', async () => {
    const table = 'question_en,question_ru,answer\nWhat is k?,Что такое k?,Это число\n';
    expect(await taken('t.csv', table)).toEqual({
      cards: [{ ru: ['Что такое k?', 'Это число'] }],
      leftOut: 0,
      ...without('question_en'),
    });
  });

  test('of two where one names no language', async () => {
    const table =
      'question_en,question_ru,answer,answer_ru\nWhat is k?,Что такое k?,A number,Число\n';
    expect(await taken('t.csv', table)).toEqual({
      cards: [{ en: ['What is k?', 'A number'], ru: ['Что такое k?', 'Число'] }],
      ...{ leftOut: 0, lost: [], warnings: [] },
    });
  });

  test('in JSON as well', async () => {
    const list = [{ question_en: 'What is k?', question_ru: 'Что такое k?', answer: 'A number' }];
    expect(await taken('list.json', JSON.stringify(list))).toEqual({
      cards: [{ en: ['What is k?', 'A number'] }],
      leftOut: 0,
      ...without('question_ru'),
    });
  });

  test('and so do options', async () => {
    const table =
      'question_en,question_ru,a,b,answer\nWhich is a number?,Что из этого число?,Seven,Monday,a\n';
    const { cards, lost } = await taken('t.csv', table);
    expect({ cards, lost }).toEqual({
      cards: [{ en: ['Which is a number?', undefined] }],
      lost: ['question_ru'],
    });
  });

  test('a table for those who learn a language has a question in one and the answer in another', async () => {
    const { cards, leftOut } = await taken('t.csv', 'Вопрос (рус),answer_en\nСобака?,A dog\n');
    expect({ cards, leftOut }).toEqual({ cards: [{ ru: ['Собака?', 'A dog'] }], leftOut: 0 });
  });
});

describe('an explanation stands under the answer', () => {
  const HEAD = 'question_en,answer_en,question_ru,answer_ru';
  const ROW = 'What is k?,A number,Что такое k?,Число';

  test.each([
    ['explanation', 'It counts.', { en: 'A number\n\nIt counts.', ru: 'Число' }],
    ['explanation', 'Он считает.', { en: 'A number', ru: 'Число\n\nОн считает.' }],
    ['explanation_ru', 'Он считает.', { en: 'A number', ru: 'Число\n\nОн считает.' }],
    [
      'explanation_en,explanation_ru',
      'It counts.,Он считает.',
      { en: 'A number\n\nIt counts.', ru: 'Число\n\nОн считает.' },
    ],
  ])('in its own language under %s: %s', async (names, cells, { en, ru }) => {
    const { cards, lost } = await taken('t.csv', `${HEAD},${names}\n${ROW},${cells}\n`);
    expect({ cards, lost }).toEqual({
      cards: [{ en: ['What is k?', en], ru: ['Что такое k?', ru] }],
      lost: [],
    });
  });

  test('or is told of where no answer is in its language', async () => {
    const table = 'question,answer,explanation_ru\nWhat is k?,A number,Он считает.\n';
    expect(await taken('t.csv', table)).toEqual({
      cards: [{ en: ['What is k?', 'A number'] }],
      leftOut: 0,
      ...without('explanation_ru'),
    });
  });
});
