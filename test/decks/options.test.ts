import { expect, test } from 'vitest';
import { exportDeck } from '../../src/decks/export-deck.ts';
import { questionSchema } from '../../src/decks/schema.ts';
import type { Option, Question } from '../../src/domain/question.ts';
import { deckWith, fileWith, importFile } from './support.ts';

const withOptions = (options: readonly Option[]): Question => ({
  ...{ id: 'heap', topic: 'fine-tuning', difficulty: 'easy', sources: [] },
  en: { question: 'Which?', options, keyPoints: [] },
});

test.each<[what: string, options: readonly Option[], told: RegExp]>([
  ['all wrong', [{ text: 'a' }, { text: 'b' }], /has no right option/],
  [
    'all right',
    [
      { text: 'a', right: true },
      { text: 'b', right: true },
    ],
    /has no wrong option/,
  ],
  ['alike', [{ text: 'a', right: true }, { text: 'A' }], /holds the same option twice/],
  ['alone', [{ text: 'a', right: true }], /2/],
])('options that are %s are refused', (_what, options, told) => {
  const result = questionSchema.safeParse(withOptions(options));
  expect(result.error?.issues.map(({ message }) => message).join()).toMatch(told);
});

test.each(['json', 'csv'] as const)('options come back from %s', async (format) => {
  const deck = deckWith([
    withOptions([
      { text: 'A | B: c', right: true, why: 'Both | all' },
      { text: '- no', why: 'It keeps no order.' },
      { text: '=1+1' },
    ]),
  ]);
  const path = await fileWith(`deck.${format}`, exportDeck(deck, format));
  expect((await importFile(path)).deck).toEqual(deck);
});

test.each<[what: string, name: string, content: string, why: RegExp]>([
  ['the same', 'same.csv', 'question,a,b,answer\nWhich?,x,X,a\n', /holds the same option twice/],
  ['all wrong', 'wrong.csv', 'question,a,b,answer\nWhich?,x,y,z\n', /none of its options/],
  [
    'all right',
    'right.json',
    JSON.stringify([
      {
        question: 'Which?',
        options: ['x', 'y'].map((text) => ({ text, correct: true })),
      },
    ]),
    /has no wrong option/,
  ],
])(
  'a file whose options are %s is told so, and nothing of it is taken',
  async (_what, name, content, why) => {
    const { taken, skipped } = await importFile(await fileWith(name, content));
    expect({ taken, skipped }).toMatchObject({
      taken: 0,
      skipped: [{ why: expect.stringMatching(why) as string }],
    });
  },
);
