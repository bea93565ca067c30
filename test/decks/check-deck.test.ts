import { expect, test } from 'vitest';
import { createCardCheck } from '../../src/app/check-cards.ts';
import { checkDeck } from '../../src/decks/check-deck.ts';
import { formatFault, isError } from '../../src/decks/fault.ts';
import { readDeck } from '../../src/decks/read-deck.ts';
import type { Deck, Question, QuestionText } from '../../src/domain/question.ts';
import { without } from '../support/without.ts';
import {
  type AnsweredText,
  anyCards,
  anyFormula,
  deckWith,
  folderWith,
  LORA,
  LORA_TEXT,
} from './support.ts';

async function told(deck: Deck): Promise<string[]> {
  return (await checkDeck(deck, { formula: anyFormula, cards: anyCards })).map(formatFault);
}

const inEnglish = (change: Partial<QuestionText>): Question => ({
  ...LORA,
  en: { ...LORA_TEXT, ...change },
});

const point = LORA_TEXT.keyPoints[0];

const RUSSIAN: AnsweredText = {
  question: 'Как LoRA дёшево дообучает большую модель?',
  answer:
    'LoRA замораживает предобученные веса и обучает рядом с ними две маленькие матрицы. Их произведение — ' +
    'низкоранговая добавка к замороженному весу. Для слоя 4096 на 4096 и ранга 8 это 65 536 обучаемых чисел ' +
    'вместо 16,8 млн, меньше половины процента. Так же сокращается память под градиенты и состояния ' +
    'оптимизатора. После обучения добавку можно влить в вес, и инференс не становится дороже. Поэтому одну ' +
    'базовую модель нередко обслуживают с десятками добавок, по одной на задачу, и переключают их на лету.',
  keyPoints: [
    {
      id: 'frozen-weights',
      label: 'Предобученные веса заморожены',
      phrasings: ['базовая модель остаётся прежней', 'веса заморожены', 'замораживает модель'],
    },
    {
      id: 'low-rank',
      label: 'Две маленькие матрицы, низкоранговая добавка',
      phrasings: ['произведение двух матриц', 'обучаемых чисел мало', 'низкий ранг'],
    },
    {
      id: 'cheap',
      label: 'Меньше память, инференс не дороже',
      phrasings: ['память под градиенты', 'добавку вливают в вес', 'по одной добавке на задачу'],
    },
  ],
  misconception: 'LoRA не уменьшает модель, которую обслуживают: база остаётся прежней.',
};

test('a well-made question passes', async () => {
  expect(await told(deckWith())).toEqual([]);
  const both = { ...deckWith([{ ...LORA, ru: RUSSIAN }]), title: { en: 'Test', ru: 'Тест' } };
  expect(await told(both)).toEqual([]);
});

test.each<[lack: string, question: Question, told: RegExp]>([
  ['no sources', { ...LORA, sources: [] }, /has no `sources`/],
  [
    'no misconception',
    { ...LORA, en: without(LORA_TEXT, 'misconception') },
    /`en\.misconception` is missing/,
  ],
  [
    'a formula without a note',
    { ...LORA, formula: 'x', formulaText: 'x' },
    /`en\.formulaNote` is missing/,
  ],
  [
    'a short answer',
    inEnglish({ answer: 'LoRA freezes weights.' }),
    /has 3 words\. Fix: write 60 to 120/,
  ],
  [
    'a long answer',
    inEnglish({ answer: `${LORA_TEXT.answer} ${'Frozen weights again. '.repeat(30)}` }),
    /has 1\d\d words\. Fix: write 60 to 120/,
  ],
  [
    'a long question',
    inEnglish({ question: `${'Why '.repeat(70)}?` }),
    /`en\.question` has 281 characters/,
  ],
  [
    'too few key points',
    inEnglish({ keyPoints: LORA_TEXT.keyPoints.slice(0, 2) }),
    /has 2 key points/,
  ],
  [
    'too few phrasings',
    inEnglish({
      keyPoints: LORA_TEXT.keyPoints.map((each) => ({
        ...each,
        phrasings: each.phrasings.slice(1),
      })),
    }),
    /the key point `frozen-weights` in `en` has 2 phrasings\. Fix: write 3 to 8/,
  ],
  [
    'one phrasing alone',
    inEnglish({
      keyPoints: LORA_TEXT.keyPoints.map((each) => ({
        ...each,
        phrasings: each.phrasings.slice(-1),
      })),
    }),
    /the key point `frozen-weights` in `en` has 1 phrasing\. Fix: write 3 to 8/,
  ],
  [
    'a phrasing written twice',
    inEnglish({
      keyPoints: LORA_TEXT.keyPoints.map((each) => ({
        ...each,
        phrasings: [...each.phrasings, each.label],
      })),
    }),
    /`frozen-weights` says "pretrained weights stay frozen" twice/,
  ],
  [
    'a sentence that no key point claims',
    inEnglish({ answer: `${LORA_TEXT.answer} Bananas ripen quicker near apples.` }),
    /no key point claims the sentence "Bananas ripen quicker near apples\."/,
  ],
  [
    'a promise',
    inEnglish({
      answer: LORA_TEXT.answer.replace('so inference', 'which guarantees that inference'),
    }),
    /promises too much: "guarantees"/,
  ],
  [
    'a look-alike letter',
    inEnglish({ question: 'What is LоRA?' }),
    /mixes Latin and Cyrillic letters in "LоRA\?"/,
  ],
  ['Cyrillic in English', inEnglish({ question: 'What is ЛоРА?' }), /holds Cyrillic: "ЛоРА"/],
  [
    'LaTeX in prose',
    inEnglish({ question: 'What is $W_0$ here?' }),
    /holds markup that shows as it is: "\$W_0\$"/,
  ],
])('%s is pointed out', async (_lack, question, expected) => {
  const faults = await told(deckWith([question]));
  expect(faults).toContainEqual(expect.stringMatching(expected));
  expect(faults.every((fault) => fault.startsWith('questions/lora.yaml: warning: '))).toBe(true);
});

test('Russian is read for е where only ё is right, and for promises', async () => {
  const answer = RUSSIAN.answer.replace(
    'инференс не становится',
    'это обеспечивает еще и то, что инференс не становится',
  );
  const deck = {
    ...deckWith([{ ...without(LORA, 'en'), ru: { ...RUSSIAN, answer } }]),
    title: { ru: 'Тест' },
  };
  expect(await told(deck)).toEqual([
    'questions/lora.yaml: warning: `ru.answer` promises too much: "обеспечивает". Fix: say what it does and how far: reduces, often, usually.',
    'questions/lora.yaml: warning: `ru.answer` writes "еще". Fix: write "ещё".',
  ]);
});

test.each<[lack: string, deck: Deck, told: RegExp]>([
  [
    'a language of its deck',
    { ...deckWith(), title: { en: 'Test', ru: 'Тест' } },
    /error: has no `ru`, a language of its deck/,
  ],
  [
    'the same key points in every language',
    {
      ...deckWith([{ ...LORA, ru: { ...RUSSIAN, keyPoints: RUSSIAN.keyPoints.toReversed() } }]),
      title: { en: 'Test', ru: 'Тест' },
    },
    /error: `ru` has other key points than `en`\. Fix: use the ids of `en`, in its order: frozen-weights, low-rank, cheap/,
  ],
])('a question without %s is an error, in a draft a warning', async (_lack, deck, expected) => {
  expect(await told(deck)).toContainEqual(expect.stringMatching(expected));
  const draft = await checkDeck({ ...deck, draft: true }, { formula: anyFormula, cards: anyCards });
  expect(draft.map(({ level }) => level)).not.toContain('error');
  expect(draft).not.toEqual([]);
});

test('an id that occurs twice and a question asked twice are found', async () => {
  const again = inEnglish({ question: 'How cheaply does LoRA adapt a large model?' });
  const faults = await told(deckWith([LORA, { ...again, id: 'lora-again' }, { ...LORA }]));
  expect(faults).toEqual([
    'questions/lora-again.yaml: warning: asks nearly the same as lora. Fix: leave one out, or ask something else.',
    expect.stringMatching(/error: another question has the id lora\./),
    expect.stringMatching(/asks nearly the same as lora\./),
  ]);
});

test('a question to discuss passes, if it is one in each language and has no key points', async () => {
  const asked = { question: 'Tell me about a conflict in a team.', keyPoints: [] };
  const conflict: Question = {
    id: 'conflict',
    topic: 'fine-tuning',
    difficulty: 'easy',
    sources: [],
  };
  expect(await told(deckWith([{ ...conflict, en: asked }]))).toEqual([]);
  const both = { ...deckWith([{ ...LORA, ru: without(RUSSIAN, 'answer') }]) };
  expect(await told({ ...both, title: { en: 'T', ru: 'Т' } })).toContainEqual(
    'questions/lora.yaml: error: `ru.answer` is missing. Fix: write it, or leave it out of every language for a question to discuss.',
  );
  const folder = await folderWith({
    'deck.yaml': 'name: d\ntitle: { en: D }\ntopics: { t: { en: T } }\n',
    'questions/q.yaml':
      'id: q\ntopic: t\ndifficulty: easy\nen:\n  question: Why?\n  keyPoints:\n    - { id: a, label: A }\n',
  });
  const { faults } = await readDeck(folder);
  expect(faults.filter(isError).map(formatFault)).toEqual([
    expect.stringMatching(
      /^questions\/q\.yaml:\d: error: `en\.keyPoints` stands without an `answer`\./,
    ),
  ]);
});

test('a key point’s id that occurs twice is an error, even in a draft', async () => {
  const deck = deckWith([inEnglish({ keyPoints: [point!, ...LORA_TEXT.keyPoints] })]);
  const faults = await checkDeck(
    { ...deck, draft: true },
    { formula: anyFormula, cards: anyCards },
  );
  expect(faults.map(formatFault)).toContainEqual(
    'questions/lora.yaml: error: the key point `frozen-weights` occurs twice. Fix: rename one of them.',
  );
});

test('a formula that cannot be drawn is an error, even in a draft', async () => {
  const question = { ...inEnglish({ formulaNote: 'x' }), formula: '\\foo', formulaText: 'foo' };
  const faults = await checkDeck(
    { ...deckWith([question]), draft: true },
    {
      formula: () => Promise.resolve({ ok: false, reason: 'no such command' }),
      cards: anyCards,
    },
  );
  expect(faults.map(formatFault)).toEqual([
    'questions/lora.yaml: error: `formula` cannot be drawn: no such command. Fix: mend the LaTeX.',
  ]);
});

test('a text that no card can show is an error at its line, even in a draft', async () => {
  const folder = await folderWith({
    'deck.yaml': 'name: d\ntitle: { en: D }\ntopics: { t: { en: T } }\ndraft: true\n',
    'questions/long.yaml':
      'id: long\ntopic: t\ndifficulty: easy\nen:\n  question: Short?\n  answer: |\n    Endless.\n',
  });
  const { deck, locate } = await readDeck(folder);
  const cards = createCardCheck([
    { name: 'A platform', paginate: (message) => [message], fits: (blocks) => !holds(blocks) },
  ]);
  const faults = await checkDeck(deck!, { formula: anyFormula, cards, locate });
  expect(faults.filter(isError).map(formatFault)).toEqual([
    'questions/long.yaml:6: error: the answer cannot be shown: it is too long for A platform. Fix: write it shorter or with less markup.',
  ]);
});

const holds = (blocks: unknown): boolean => JSON.stringify(blocks).includes('Endless');

test.each(['- '.repeat(499) + 'x', '> - '.repeat(100) + 'x', '*a '.repeat(600), '!['.repeat(200)])(
  'a text with far too much markup is an error at its line: %s',
  async (text) => {
    const folder = await folderWith({
      'deck.yaml': 'name: d\ntitle: { en: D }\ntopics: { t: { en: T } }\n',
      'questions/deep.yaml': `id: deep\ntopic: t\ndifficulty: easy\nen:\n  question: Short?\n  answer: |\n    ${text}${text}\n`,
    });
    const { faults } = await readDeck(folder);
    expect(faults.filter(isError).map(formatFault)).toEqual([
      expect.stringMatching(/^questions\/deep\.yaml:6: error: `en\.answer` holds too much markup/),
    ]);
  },
);
