import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sqliteFile } from '../support/sqlite-file.ts';
import { fileWith, importFile } from './support.ts';

const SEVERAL =
  '1 question has several topics or tags, of which the first is taken (put the one that you want first)';

test('the other tags of a note are told of', async () => {
  const collection = await sqliteFile((database) => {
    database.exec(`
      create table notes (id integer primary key, mid integer, tags text, flds text);
      insert into notes (mid, tags, flds) values
        (1, ' sets hard ', 'What is k?' || char(31) || 'A number'),
        (1, ' sets ', 'What is n?' || char(31) || 'A count');
    `);
  });
  const path = await fileWith('deck.apkg', zipSync({ 'collection.anki2': collection }));
  const { taken, warnings } = await importFile(path);
  expect({ taken, warnings }).toEqual({
    taken: 2,
    warnings: [{ where: 'the file', why: SEVERAL }],
  });
});

test('so are the other topics of an object, and what stands inside its values', async () => {
  const list = [
    {
      question: { text: 'What is k?', image: 'k.png' },
      answer: { text: 'A number', code: 'k = 1' },
      tags: ['sets', 'hard'],
      meta: { by: 'me' },
    },
    { question: 'What is n?', answer: ['A count', { text: 'of things' }] },
  ];
  const { deck, lost, warnings } = await importFile(
    await fileWith('list.json', JSON.stringify(list)),
  );
  expect(deck?.questions.map(({ en }) => en?.answer)).toEqual(['A number', 'A count']);
  expect(lost.keys).toEqual(['meta', 'question.image', 'answer.code', 'answer[]']);
  expect(warnings).toEqual([{ where: 'the file', why: SEVERAL }]);
});

test('and so is a footnote', async () => {
  const text = '## What is k?\n\nA number.[^1]\n\n[^1]: Of things.\n';
  const { deck, lost } = await importFile(await fileWith('list.md', text));
  expect(deck?.questions[0]?.en?.answer).toBe('A number.');
  expect(lost.links).toBe(1);
});

test('a level between two is the lower one', async () => {
  const table = 'question,answer,level\nWhat is k?,A number,Middle+\nWhat is n?,A count,senior +\n';
  const { deck, warnings } = await importFile(await fileWith('t.csv', table));
  expect(deck?.questions.map(({ difficulty }) => difficulty)).toEqual(['medium', 'hard']);
  expect(warnings).toEqual([]);
});
