import { expect, test } from 'vitest';
import { checkDeck } from '../../src/decks/check-deck.ts';
import { likePoints } from '../../src/decks/checks/like-points.ts';
import { checkPhrasings } from '../../src/decks/checks/phrasings.ts';
import { formatFault } from '../../src/decks/fault.ts';
import type { KeyPoint, Question } from '../../src/domain/question.ts';
import { anyCards, anyFormula, deckWith, LORA, LORA_TEXT } from './support.ts';

/** Without the other checks, whose dictionary takes seconds to load. */
const told = (questions: readonly Question[]): string[] => {
  const findings = [
    ...questions.flatMap(checkPhrasings),
    ...likePoints(deckWith(questions)).map(([, finding]) => finding),
  ];
  return findings.map(({ problem, fix }) => `${problem}. Fix: ${fix}.`);
};

/** The well-made question with its first key point changed. */
function withPoint(change: Partial<KeyPoint>): Question {
  const [first, ...others] = LORA_TEXT.keyPoints;
  return { ...LORA, en: { ...LORA_TEXT, keyPoints: [{ ...first!, ...change }, ...others] } };
}

/** The well-made question in Russian, of which only the first key point matters. */
function inRussian(phrasings: readonly string[]): Question {
  const keyPoint = { id: 'frozen-weights', label: 'Предобученные веса заморожены', phrasings };
  const others = LORA_TEXT.keyPoints.slice(1);
  return { ...LORA, ru: { ...LORA_TEXT, keyPoints: [keyPoint, ...others] } };
}

test('a key point that nobody can say in two words is pointed out', () => {
  const long = withPoint({
    label: 'All the pretrained weights of the base model stay frozen',
    phrasings: [
      'the base model is left as it was found',
      'original weights are fixed for the whole run',
      'gradients pass through the base unchanged',
    ],
  });
  expect(told([long])).toEqual([
    'every phrasing of the key point `frozen-weights` in `en` has more than two words that carry meaning. Fix: add the shortest way people say it, such as "early stopping".',
  ]);
});

test('a label of two words is short enough', () => {
  const short = withPoint({
    label: 'Frozen weights',
    phrasings: [
      'the base model is left as it was found',
      'original weights are fixed for the whole run',
      'gradients pass through the base unchanged',
    ],
  });
  expect(told([short])).toEqual([]);
});

test('a phrasing made of the question’s words is pointed out, since the question copied would say it', () => {
  // The question is: How does LoRA adapt a large model cheaply?
  const point = withPoint({
    phrasings: ['frozen base', 'original weights are fixed', 'a large model is adapted cheaply'],
  });
  expect(told([point])).toEqual([
    '"a large model is adapted cheaply" has no word that the question does not have. Fix: say it in words of the answer, or leave it out.',
  ]);
});

test.each([
  'weights do not change',
  'weights don’t change',
  "the base isn't trained",
  'without touching the base',
  'the base is never trained',
])('a phrasing that hangs on a negation is pointed out: %s', (phrasing) => {
  const point = withPoint({ phrasings: ['frozen base', 'original weights are fixed', phrasing] });
  expect(told([point])).toEqual([
    `"${phrasing}" hangs on a negation: without it the words say the opposite. Fix: say it positively, such as "frozen" for "not changed"; the label may say it the other way.`,
  ]);
});

test.each(['веса не меняются', 'базу нельзя трогать', 'без обучения базы'])(
  'in Russian as well: %s',
  (phrasing) => {
    const faults = told([inRussian(['веса заморожены', 'база остаётся прежней', phrasing])]);
    expect(faults).toContainEqual(expect.stringContaining(`"${phrasing}" hangs on a negation`));
  },
);

test('"not only" denies nothing, and a label may hold a negation', () => {
  const point = withPoint({
    label: 'The pretrained weights are not trained',
    phrasings: ['frozen base', 'original weights are fixed', 'adapters on a base, not only tuning'],
  });
  expect(told([point])).toEqual([]);
  const russian = told([
    inRussian(['веса заморожены', 'база остаётся прежней', 'не только голова заморожена']),
  ]);
  expect(russian.filter((fault) => fault.includes('negation'))).toEqual([]);
});

test('a phrasing that another key point of the question says as well is pointed out', () => {
  // Another key point says: Two small matrices form a low-rank update.
  const point = withPoint({ phrasings: ['frozen base', 'original weights are fixed', 'matrices'] });
  expect(told([point])).toEqual([
    '"matrices" is part of "Two small matrices form a low-rank update", so whoever says that of `low-rank` is credited with `frozen-weights` too. Fix: name what only this key point says.',
  ]);
});

test('key points that say the same in two questions are found', () => {
  const other: Question = {
    ...LORA,
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
  expect(told([LORA, other])).toEqual([
    'the key point `base` in `en` says nearly what `frozen-weights` of lora says. Fix: keep it in one of the questions, or say what is particular to this one.',
  ]);
});

test('key points of one question are not compared with each other', () => {
  const [first, second, third] = LORA_TEXT.keyPoints;
  const label = 'Pretrained weights stay frozen';
  const keyPoints = [first!, { ...second!, label }, { ...third!, label }];
  const faults = told([{ ...LORA, en: { ...LORA_TEXT, keyPoints } }]);
  expect(faults.filter((fault) => fault.includes('says nearly what'))).toEqual([]);
});

test('a deck is checked for all of it, each finding at its question', async () => {
  const negated = withPoint({
    phrasings: ['frozen base', 'original weights are fixed', 'the base is never trained'],
  });
  const keyPoints = LORA_TEXT.keyPoints.map((point, at) =>
    at === 1 ? point : { ...point, label: `Number ${at}` },
  );
  const other: Question = {
    ...LORA,
    id: 'other',
    en: { ...LORA_TEXT, question: 'Which rank?', keyPoints },
  };
  const options = { formula: anyFormula, cards: anyCards };
  expect((await checkDeck(deckWith([negated, other]), options)).map(formatFault)).toEqual([
    expect.stringMatching(/^questions\/lora\.yaml: warning: .* hangs on a negation/),
    expect.stringMatching(
      /^questions\/other\.yaml: warning: the key point `low-rank` in `en` says/,
    ),
  ]);
});
