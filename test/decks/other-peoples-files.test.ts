import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { exportDeck } from '../../src/decks/export-deck.ts';
import { DECK_LIMITS } from '../../src/decks/limits.ts';
import type { Deck, QuestionText } from '../../src/domain/question.ts';
import { deckWith, fileWith, folderWith, importFile, LORA } from './support.ts';

/** Questions with their answers and difficulties, and what the report says. */
async function taken(name: string, content: string) {
  const { deck, skipped } = await importFile(await fileWith(name, content));
  const cards = deck?.questions.map(({ difficulty, en }) => [en?.question, en?.answer, difficulty]);
  return { cards, skipped };
}

test.each<[what: string, table: string]>([
  ['a column with a dot in its name', 'No.,question,answer\n1,What is BPE?,Byte pair encoding\n'],
  ['headings in capitals', 'Question,ANSWER\nWhat is BPE?,Byte pair encoding\n'],
  ['spaces around headings', ' question ,answer \nWhat is BPE?,Byte pair encoding\n'],
  [
    'Excel’s line of the separator',
    'sep=,\r\nquestion,answer\r\nWhat is BPE?,Byte pair encoding\r\n',
  ],
  ['Excel’s semicolon', '\ufeffsep=;\nquestion;answer\n"What is BPE?";Byte pair encoding\n'],
])('a table is read with %s', async (_what, table) => {
  expect(await taken('table.csv', table)).toEqual({
    cards: [['What is BPE?', 'Byte pair encoding', 'medium']],
    skipped: [],
  });
});

test('a difficulty counts however it is typed', async () => {
  const table = 'question,answer,difficulty\nQ1,A1,Hard \nQ2,A2, EASY\nQ3,A3,dire\n';
  expect(await taken('table.csv', table)).toEqual({
    cards: [
      ['Q1', 'A1', 'hard'],
      ['Q2', 'A2', 'easy'],
      ['Q3', 'A3', 'medium'],
    ],
    skipped: [],
  });
  const rows = 'id,topic,difficulty,en.question,EN.Answer\nq,t,Hard ,Q,A\n';
  expect((await taken('rows.csv', rows)).cards).toEqual([['Q', 'A', 'hard']]);
});

test('the lines told of a table count the line of the separator', async () => {
  const { skipped } = await taken('table.csv', 'sep=,\nquestion,answer\nQ,\n');
  expect(skipped[0]?.where).toBe('line 3');
});

test('a column named twice is refused: which is meant, nobody can tell', async () => {
  expect(await taken('table.csv', 'question,answer,Answer\nQ,A1,A2\n')).toEqual({
    cards: undefined,
    skipped: [
      {
        where: 'the file',
        why: 'line 1 names the column `answer` twice (rename or remove one of them)',
      },
    ],
  });
});

test('a formula without plain text is taken with its LaTeX instead, and a warning', async () => {
  const text = { question: 'What is a square?', answer: 'x times x.', keyPoints: [] };
  const question = { id: 'q', topic: 't', difficulty: 'easy', formula: 'x^2\n+ y', en: text };
  const warnings = [
    {
      where: 'question 1 (q)',
      why: '`formulaText` is missing, so the LaTeX stands in for it (write it in plain Unicode)',
    },
  ];
  const json = await importFile(
    await fileWith('a.json', JSON.stringify({ questions: [question] })),
  );
  expect(json).toMatchObject({ taken: 1, skipped: [], warnings });
  expect(json.deck?.questions[0]?.formulaText).toBe('x^2 + y');
  const rows = 'id,topic,difficulty,formula,en.question,en.answer\nq,t,easy,x^2,Q,A\n';
  const csv = await importFile(await fileWith('a.csv', rows));
  expect(csv).toMatchObject({ taken: 1, skipped: [], warnings: [{ where: 'line 2' }] });
  expect(csv.deck?.questions[0]?.formulaText).toBe('x^2');
});

const filled = (character: string): QuestionText => ({
  question: character.repeat(DECK_LIMITS.question),
  answer: character.repeat(DECK_LIMITS.answer),
  formulaNote: character.repeat(DECK_LIMITS.formulaNote),
  misconception: character.repeat(DECK_LIMITS.misconception),
  keyPoints: Array.from({ length: DECK_LIMITS.keyPoints }, (_, index) => ({
    id: `k${index}`.padEnd(DECK_LIMITS.keyPointId, 'k'),
    label: character.repeat(DECK_LIMITS.label),
    phrasings: Array.from({ length: DECK_LIMITS.phrasings }, () =>
      character.repeat(DECK_LIMITS.phrasing),
    ),
  })),
});

test.each(['a', '"', '|', 'Ы'])(
  'a question as long as may be, of %s, survives CSV',
  async (one) => {
    const source = {
      title: one.repeat(DECK_LIMITS.sourceTitle),
      url: `https://e.org/${'u'.repeat(480)}`,
    };
    const question = {
      ...{
        ...LORA,
        id: 'l'.repeat(DECK_LIMITS.id),
        formulaText: one.repeat(DECK_LIMITS.formulaText),
      },
      ...{
        formula: one.repeat(DECK_LIMITS.formula),
        sources: Array(DECK_LIMITS.sources).fill(source),
      },
      ...{ en: filled(one), ru: filled(one) },
    };
    const deck: Deck = { ...deckWith([question]), title: { en: 'T', ru: 'Т' }, draft: true };
    const report = await importFile(await fileWith('long.csv', exportDeck(deck, 'csv')));
    expect(report.skipped).toEqual([]);
    expect(report.deck).toEqual(deck);
  },
);

test('a cell with another program’s separator in it is quoted whole', () => {
  const text = { ...LORA.en!, question: 'ok;=1+1;b', answer: 'ok\t=1+1' };
  const csv = exportDeck(deckWith([{ ...LORA, en: text }]), 'csv');
  expect(csv).toContain(',"ok;=1+1;b",');
  expect(csv).toContain(',"ok\t=1+1",');
  expect(parse(csv, { bom: true }).flat()).toContain('ok;=1+1;b');
});

test('a first card that starts with # is a card, not one of Anki’s settings', async () => {
  const text = '#separator:tab\n#hashtag?\tA sign before a word\nQ\tA\n';
  expect(await taken('notes.txt', text)).toMatchObject({
    cards: [
      ['#hashtag?', 'A sign before a word', 'medium'],
      ['Q', 'A', 'medium'],
    ],
    skipped: [],
  });
});

test('a comment of Anki’s text is told of rather than lost', async () => {
  const { cards, skipped } = await taken('notes.txt', '#separator:tab\n# my notes\nQ\tA\n');
  expect(cards).toEqual([['Q', 'A', 'medium']]);
  expect(skipped).toEqual([
    {
      where: 'line 2',
      why: 'its question or its answer has no text (write it in Anki, and export again)',
    },
  ]);
});

test.each(['deck.apkg', 'deck.csv'])('a pipe named %s is not waited for', async (name) => {
  const path = join(await folderWith({}), name);
  execFileSync('mkfifo', [path]);
  const { deck, skipped } = await importFile(path);
  expect(deck).toBeUndefined();
  expect(skipped).toEqual([
    { where: 'the file', why: expect.stringMatching(/^it is not a file/) as string },
  ]);
});

test.each([
  ['bars between its cells', 'question|answer\nWhat is X?|It is Y\nWhat is Z?|A, or B\n'],
  [
    'signs of no width',
    '\u200bquestion\u200b,\u200eanswer\u00a0\nWhat is X?,It is Y\nWhat is Z?,"A, or B"\n',
  ],
  ['its separator in quotes', '"sep=;"\nquestion;answer\nWhat is X?;It is Y\nWhat is Z?;A, or B\n'],
])('a table is read with %s', async (_what, table) => {
  const { deck, leftOut, warnings } = await importFile(await fileWith('deck.csv', table));
  expect(deck?.questions.map(({ en }) => [en?.question, en?.answer])).toEqual([
    ['What is X?', 'It is Y'],
    ['What is Z?', 'A, or B'],
  ]);
  expect({ title: deck?.title, leftOut, warnings }).toEqual({
    ...{ title: { en: 'deck' }, leftOut: 0, warnings: [] },
  });
});

test('a line of questions alone is not cut at its bars', async () => {
  const { deck } = await importFile(
    await fileWith('deck.csv', 'question,options,answer\nWhat?,a|b|c,b\nWho?,d|e|f,e\n'),
  );
  expect(deck?.questions[0]?.en?.options).toHaveLength(3);
});

test.each(['deck.apkg', 'deck.xlsx'])('a missing %s is told as missing', async (name) => {
  expect((await importFile(`/no/such/${name}`)).skipped[0]?.why).toBe(
    'it does not exist (create it, or mend the path)',
  );
});
