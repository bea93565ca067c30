import { expect, test } from 'vitest';
import { fileWith, importFile } from './support.ts';

async function taken(name: string, content: string) {
  const { deck, lost, leftOut } = await importFile(await fileWith(name, content));
  const cards = deck?.questions.map(({ en }) => [en?.question, en?.answer]);
  return { cards, leftOut, columns: lost.columns, keys: lost.keys };
}

test.each([
  ['correct', 'TRUE'],
  ['correct answer', '4'],
  ['key', 'b'],
])('without options a column called %s is told of, and the answer stands', async (name, cell) => {
  const table = `question,answer,${name}\nWhat is k?,A number,${cell}\n`;
  expect(await taken('table.csv', table)).toMatchObject({
    ...{ cards: [['What is k?', 'A number']], leftOut: 0 },
    columns: [name],
  });
  const list = JSON.stringify([{ question: 'What is k?', answer: 'A number', [name]: cell }]);
  expect(await taken('list.json', list)).toMatchObject({
    ...{ cards: [['What is k?', 'A number']], leftOut: 0 },
    keys: [name],
  });
});

test('it is the answer where nothing else is', async () => {
  const table = 'question,correct answer\nWhat is k?,A number\n';
  expect(await taken('table.csv', table)).toMatchObject({
    ...{ cards: [['What is k?', 'A number']], leftOut: 0, columns: [] },
  });
});

test('of a note’s fields the one that is called a question is it, not one that begins so', async () => {
  const text = '#separator:tab\n#columns:Question ID\tQuestion\tAnswer\n17\tWhat is k?\tA number\n';
  expect(await taken('notes.txt', text)).toMatchObject({
    cards: [['What is k?', 'A number']],
  });
});

test('a topic that is called like another row’s difficulty moves nothing', async () => {
  const rows = ['Q1?,A1,Basics,easy', 'Q2?,A2,Sets,hard', 'Q3?,A3,Sets,basics'];
  const table = ['question,answer,topic,difficulty', ...rows].join('\n');
  expect(await taken('table.csv', table)).toMatchObject({
    cards: [
      ['Q1?', 'A1'],
      ['Q2?', 'A2'],
      ['Q3?', 'A3'],
    ],
  });
});
