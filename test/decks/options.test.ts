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
