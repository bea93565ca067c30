import { expect, test } from 'vitest';
import { checkDeck } from '../../src/decks/check-deck.ts';
import { formatFault } from '../../src/decks/fault.ts';
import type { KeyPoint, Question } from '../../src/domain/question.ts';
import { anyCards, anyFormula, deckWith, LORA, LORA_TEXT } from './support.ts';

const told = async (questions: readonly Question[]): Promise<string[]> =>
  (await checkDeck(deckWith(questions), { formula: anyFormula, cards: anyCards })).map(formatFault);

/** The well-made question with its first key point changed. */
function withPoint(change: Partial<KeyPoint>, question = LORA): Question {
  const [first, ...others] = LORA_TEXT.keyPoints;
  return { ...question, en: { ...LORA_TEXT, keyPoints: [{ ...first!, ...change }, ...others] } };
}

/** The well-made question in Russian, of which only the first key point matters. */
function inRussian(phrasings: readonly string[]): Question {
  const keyPoint = { id: 'frozen-weights', label: 'Предобученные веса заморожены', phrasings };
  const others = LORA_TEXT.keyPoints.slice(1);
  return { ...LORA, ru: { ...LORA_TEXT, keyPoints: [keyPoint, ...others] } };
}

test('a key point that nobody can say in two words is pointed out', async () => {
  const long = withPoint({
    label: 'All the pretrained weights of the base model stay frozen',
    phrasings: [
      'the base model is left as it was found',
      'original weights are fixed for the whole run',
      'gradients pass through the base unchanged',
    ],
  });
  expect(await told([long])).toEqual([
    'questions/lora.yaml: warning: every phrasing of the key point `frozen-weights` in `en` has more than two words that carry meaning. Fix: add the shortest way people say it, such as "early stopping".',
  ]);
});

test('a label of two words is short enough', async () => {
  const short = withPoint({
    label: 'Frozen weights',
    phrasings: [
      'the base model is left as it was found',
      'original weights are fixed for the whole run',
      'gradients pass through the base unchanged',
    ],
  });
  expect(await told([short])).toEqual([]);
});

test('a phrasing made of the question’s words is pointed out, since the question copied would say it', async () => {
  // The question is: How does LoRA adapt a large model cheaply?
  const point = withPoint({
    phrasings: ['frozen base', 'original weights are fixed', 'a large model is adapted cheaply'],
  });
  expect(await told([point])).toEqual([
    'questions/lora.yaml: warning: "a large model is adapted cheaply" has no word that the question does not have. Fix: say it in words of the answer, or leave it out.',
  ]);
});

test.each([
  'weights do not change',
  'weights don’t change',
  "the base isn't trained",
  'without touching the base',
  'the base is never trained',
])('a phrasing that hangs on a negation is pointed out: %s', async (phrasing) => {
  const point = withPoint({ phrasings: ['frozen base', 'original weights are fixed', phrasing] });
  expect(await told([point])).toEqual([
    `questions/lora.yaml: warning: "${phrasing}" hangs on a negation: without it the words say the opposite. Fix: say it positively, such as "frozen" for "not changed"; the label may say it the other way.`,
  ]);
});

test.each(['веса не меняются', 'базу нельзя трогать', 'без обучения базы'])(
  'in Russian as well: %s',
  async (phrasing) => {
    const faults = await told([inRussian(['веса заморожены', 'база остаётся прежней', phrasing])]);
    expect(faults).toContainEqual(expect.stringContaining(`"${phrasing}" hangs on a negation`));
  },
);

test('"not only" denies nothing, and a label may hold a negation', async () => {
  const point = withPoint({
    label: 'The pretrained weights are not trained',
    phrasings: ['frozen base', 'original weights are fixed', 'adapters on a base, not only tuning'],
  });
  expect(await told([point])).toEqual([]);
  const russian = await told([
    inRussian(['веса заморожены', 'база остаётся прежней', 'не только голова заморожена']),
  ]);
  expect(russian.filter((fault) => fault.includes('negation'))).toEqual([]);
});

test('a phrasing that another key point of the question says as well is pointed out', async () => {
  // Another key point says: Two small matrices form a low-rank update.
  const point = withPoint({ phrasings: ['frozen base', 'original weights are fixed', 'matrices'] });
  expect(await told([point])).toEqual([
    'questions/lora.yaml: warning: "matrices" is part of "Two small matrices form a low-rank update", so whoever says that of `low-rank` is credited with `frozen-weights` too. Fix: name what only this key point says.',
  ]);
});

test('key points that say the same in two questions are found', async () => {
  const other: Question = {
    ...withPoint({ label: 'Base weights stay frozen' }),
    id: 'adapters',
    en: {
      ...LORA_TEXT,
      question: 'Why are adapters swapped so easily?',
      keyPoints: [
        { ...LORA_TEXT.keyPoints[0]!, id: 'base', label: 'The pretrained weights stay fixed' },
        { ...LORA_TEXT.keyPoints[1]!, label: 'A bottleneck between two layers' },
        { ...LORA_TEXT.keyPoints[2]!, label: 'Swapped for each task' },
      ],
    },
  };
  expect(await told([LORA, other])).toEqual([
    'questions/adapters.yaml: warning: the key point `base` in `en` says nearly what `frozen-weights` of lora says. Fix: keep it in one of the questions, or say what is particular to this one.',
  ]);
});

test('key points of one question are not compared with each other', async () => {
  const [first, second, third] = LORA_TEXT.keyPoints;
  const label = 'Pretrained weights stay frozen';
  const keyPoints = [first!, { ...second!, label }, { ...third!, label }];
  const faults = await told([{ ...LORA, en: { ...LORA_TEXT, keyPoints } }]);
  expect(faults.filter((fault) => fault.includes('says nearly what'))).toEqual([]);
});
