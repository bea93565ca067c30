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
