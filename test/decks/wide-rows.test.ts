import { describe, expect, test } from 'vitest';
import { fileWith, importFile } from './support.ts';

async function taken(table: string) {
  const report = await importFile(await fileWith('t.csv', table));
  const cards = report.deck?.questions.map(({ en }) => [en?.question, en?.answer]);
  return { ...report, cards };
}

describe('a row that has more cells than columns are named', () => {
  const HEAD = 'question,answer,topic';

  test('is left out with a fault, since a comma without quotation marks moved its cells', async () => {
    const rows = [
      'What is ACID?,Atomicity, consistency, isolation,Databases',
      'What is k?,A number,x',
    ];
    const { cards, leftOut, lost, skipped } = await taken([HEAD, ...rows].join('\n'));
    expect(cards).toEqual([['What is k?', 'A number']]);
    expect({ leftOut, columns: lost.columns }).toEqual({ leftOut: 1, columns: [] });
    expect(skipped).toEqual([
      {
        where: 'line 2',
        why: '5 cells under 3 columns (put the cell that has a comma in quotation marks)',
      },
    ]);
  });

  test.each([
    ['the only row', [HEAD, 'What is ACID?,Atomicity, consistency,Databases'], 'a comma'],
    [
      'every row, and the names have no blank after a comma',
      [HEAD, 'What is X?,One, two,Databases', 'What is Y?,Three, four,Databases'],
      'a comma',
    ],
    ['semicolons', ['question;answer', 'What is k?;A number', 'What is X?;One;two'], 'a semicolon'],
    ['tabs', ['question\tanswer', 'What is k?\tA number', 'What is X?\tOne\ttwo'], 'a tab'],
    ['bars', ['sep=|', 'question|answer', 'What is k?|A number', 'What is X?|One|two'], '“|”'],
    [
      'a table of our own',
      ['id,kind,en.question,en.answer', 'k,question,What is X?,One, two'],
      'a comma',
    ],
  ])('is told of in %s', async (_what, lines, sign) => {
    const { skipped } = await taken(lines.join('\n'));
    expect(skipped.map(({ why }) => why)).toContainEqual(
      expect.stringContaining(`(put the cell that has ${sign} in quotation marks)`),
    );
  });

  test('is read where every row has that column, which has no name', async () => {
    const rows = ['What is BPE?,Byte pair encoding,,May', 'What is k?,A number,x,June'];
    expect(await taken([HEAD, ...rows].join('\n'))).toMatchObject({
      cards: [
        ['What is BPE?', 'Byte pair encoding'],
        ['What is k?', 'A number'],
      ],
      lost: { columns: ['#4'] },
      leftOut: 0,
    });
  });
});

describe('a row whose comma moved its cells, and which lacks another cell', () => {
  const WHY =
    'its cells do not seem to stand under their columns (put the cell that has a comma in quotation marks, and begin no cell with a blank)';
  const SOUND = ['What is k?,A number,Maths,easy', 'What is n?,A count,Maths,hard'];
  const HEAD = 'question,answer,topic,difficulty';

  test.each([
    ['its topic under the difficulty', HEAD, SOUND, 'What is X?,One,two,Maths'],
    ['words after a blank under the difficulty', HEAD, SOUND, 'What is X?,One,two, three'],
    ['words after a blank under the topic', HEAD, SOUND, 'What is X?,It is a, b,easy'],
    ['a name after a blank under the topic', HEAD, SOUND, 'Where is it?,Paris, France'],
    [
      'its difficulty in the next column',
      'question,answer,difficulty,topic',
      ['What is k?,A number,easy,Maths', 'What is n?,A count,hard,Maths'],
      'What is X?,One,two,easy',
    ],
  ])('is left out with %s', async (_what, head, sound, shifted) => {
    const { cards, leftOut, skipped } = await taken([head, shifted, ...sound].join('\n'));
    expect(cards).toEqual([
      ['What is k?', 'A number'],
      ['What is n?', 'A count'],
    ]);
    expect({ leftOut, skipped }).toEqual({ leftOut: 1, skipped: [{ where: 'line 2', why: WHY }] });
  });

  test.each([
    ['cells are empty', HEAD, 'What is X?,One,,\nWhat is Y?,Two,,easy'],
    ['a cell is missing', HEAD, 'What is X?,One\nWhat is Y?,Two,Maths'],
    ['a difficulty is not known', HEAD, 'What is X?,One,Maths,spicy\nWhat is Y?,Two,,tricky'],
    [
      'a blank stands before a topic',
      HEAD,
      'What is X?,One, maths,easy\nWhat is Y?,Two, Physics,easy',
    ],
    [
      'a topic has its capital letter later',
      HEAD,
      'What is X?,One, iOS,easy\nWhat is Y?,Two,Sets,easy',
    ],
    [
      'blanks stand after all names',
      'question, answer, topic, difficulty',
      'X?, One, sets, easy\nY?, Two, sets, spicy',
    ],
    [
      'another column has levels too',
      `${HEAD},notes`,
      'What is X?,One,Maths,hard,low\nWhat is Y?,Two,,Maths,advice',
    ],
    [
      'a quoted cell has a comma',
      HEAD,
      'What is X?,"One, two",Maths,easy\nWhat is Y?,Two,Sets,easy',
    ],
  ])('is no row of a sound table in which %s', async (_what, head, rows) => {
    const { cards, leftOut } = await taken(
      [head, ...SOUND, ...SOUND.map((row) => row.replace('is', 'was')), rows].join('\n'),
    );
    expect({ taken: cards?.length, leftOut }).toEqual({ taken: 6, leftOut: 0 });
  });
});

describe('a table of which no column has a name for what follows the answer', () => {
  test('has its rows left out where a sentence goes on there', async () => {
    const { leftOut, cards } = await taken(
      'question,answer\nWhat is X?,One, two\nWhat is Y?,Three, four\nWhat is Z?,Five, six, seven',
    );
    expect({ leftOut, cards }).toEqual({ leftOut: 3, cards: undefined });
  });

  test('is read without it, and says so, where it is as well a column', async () => {
    const { lost, leftOut } = await taken('question,answer\nWhat is X?,One,12\nWhat is Y?,Two,14');
    expect({ columns: lost.columns, leftOut }).toEqual({ columns: ['#3'], leftOut: 0 });
  });
});
