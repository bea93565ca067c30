import { describe, expect, test } from 'vitest';
import { compileRubric } from '../../../src/domain/feedback/compile-rubric.ts';
import { type Feedback, giveFeedback } from '../../../src/domain/feedback/feedback.ts';
import type { Rubric } from '../../../src/domain/feedback/lexicon.ts';
import { createTermMaker } from '../../../src/domain/feedback/term.ts';
import type { Language } from '../../../src/domain/language.ts';

const LORA: Rubric = {
  question: 'What does QLoRA change compared with LoRA?',
  answer: 'LoRA trains two matrices of low rank. The base is kept in four bits.',
  keyPoints: [
    { id: 'low-rank', label: 'Low-rank matrices are trained', phrasings: ['small adapters'] },
    { id: 'part', label: 'Only a part of the parameters is trained', phrasings: ['under 1%'] },
    { id: 'four-bits', label: 'The frozen base is kept in 4 bits', phrasings: ['NF4'] },
  ],
};

const give = (answer: string, language: Language = 'en', rubric = LORA): Feedback =>
  giveFeedback(
    compileRubric(rubric, { rarityOf: () => 1, mostRare: 1, termOf: createTermMaker() }),
    language,
    answer,
  );

const told = (answer: string, language?: Language, rubric?: Rubric) =>
  give(answer, language, rubric).points.map(({ id, verdict, reason }) =>
    [id, verdict, ...(reason ? [reason] : [])].join(' '),
  );

const COVERED = 'The model freezes its base and keeps it in 4 bits of the NF4 type.';

test('a point is covered, partly covered or missing, with the words that show it', () => {
  const { points } = give(`In it, small adapters are trained. ${COVERED}`);
  expect(points).toEqual([
    ...[{ id: 'low-rank', score: expect.any(Number) as number, verdict: 'covered' }].map((one) => ({
      ...one,
      evidence: 'In it, small adapters are trained.',
    })),
    { id: 'part', score: expect.any(Number) as number, verdict: 'missing', evidence: '' },
    { id: 'four-bits', score: expect.any(Number) as number, verdict: 'covered', evidence: COVERED },
  ]);
  expect(told('It is the kind with a base that someone froze for us.')[2]).toBe('four-bits partly');
});

describe('what looks covered is only partly so', () => {
  test('where the sentence says not', () => {
    const answer = 'The frozen base is never kept in 4 bits of NF4.';
    expect(told(answer)).toContain('four-bits partly negation');
    expect(give(answer).flags).toContain('negation');
  });

  describe.each([
    {
      language: 'ru',
      label: { yes: 'Веса модели меняются', no: 'Веса модели не меняются' },
      yes: [
        'Веса при этом меняются.',
        'Не просто показываем примеры, а меняем веса модели.',
        'Не только меняются веса, но и голова.',
      ],
      no: [
        'Веса при этом не меняются.',
        'Даём примеры, и веса, при этом, не меняются.',
        'Веса меняться не будут.',
        'Всё это без изменения весов.',
        'Веса нельзя менять.',
      ],
    },
    {
      language: 'en',
      label: { yes: 'The weights change', no: 'The weights do not change' },
      yes: [
        'The weights change meanwhile.',
        'It does not just show examples, it changes the weights.',
        'Not only the head but all weights change.',
      ],
      no: [
        'The weights, of course, do not change.',
        "The weights won't change.",
        'It works without changing the weights.',
        'Neither the weights nor the biases change.',
        'The weights never change.',
      ],
    },
  ] as const)('where it says the opposite, in $language', ({ language, label, ...said }) => {
    const sides = ['yes', 'no'] as const;
    const cases = sides.flatMap((point) =>
      sides.flatMap((side) => said[side].map((answer) => ({ point, side, answer }))),
    );

    test.each(cases)('$point: $answer', ({ point, side, answer }) => {
      const keyPoints = [{ id: 'weights', label: label[point], phrasings: [] }];
      const rubric = { question: 'What does it do?', answer: '', keyPoints };
      const verdict = point === side ? 'weights covered' : 'weights partly negation';
      expect(told(answer, language, rubric)).toEqual([verdict]);
    });
  });

  test('where it says all for a part', () => {
    expect(told('In it all of the parameters are trained at 1%.')).toContain(
      'part partly quantifier',
    );
    expect(told('In it only some of the parameters are trained, 1%.')).toContain('part covered');
    expect(told('In it parameters are trained at 1%.')).toContain('part covered');
  });

  test('where it is a list of key words', () => {
    const answer = 'low-rank matrices, small adapters, parameters, frozen base, 4 bits, NF4';
    expect(told(answer)).toContain('four-bits partly list');
    expect(give(answer).flags).toContain('list');
    const separated = 'low-rank, at 1%, frozen, in 4 bits, NF4, not in 16, step';
    expect(give(separated).flags).toContain('list');
    const bare = 'frozen base kept 4 bits NF4 adapters matrices rank';
    expect(told(bare)).toContain('four-bits partly list');
  });

  test('where most of a long answer says nothing of any point', () => {
    const chat =
      'My grandmother sells apples on a market near Lisbon where tourists buy fruit every summer morning. ';
    expect(told(`${chat} ${COVERED}`)).toContain('four-bits partly off-topic');
    expect(give(`${chat} ${COVERED}`).flags).toEqual(['off-topic']);
  });
});

test('nothing is matched in the question again', () => {
  const { points, coverage, flags } = give('What does QLoRA change compared with LoRA?');
  expect(points.every(({ score, verdict }) => score === 0 && verdict === 'missing')).toBe(true);
  expect([coverage, flags]).toEqual([0, ['short', 'copy']]);
});

describe('another language', () => {
  const flagsOf = (answer: string, language: Language) => give(answer, language).flags;

  test('is not scored', () => {
    const { points, coverage, flags } = give('База QLoRA хранится в 4 битах, тип NF4.');
    expect(points.map(({ verdict }) => verdict)).toEqual(['missing', 'missing', 'missing']);
    expect([coverage, flags]).toEqual([0, ['other-language']]);
    expect(flagsOf(COVERED, 'ru')).toEqual(['other-language']);
  });

  test('is not that of names and formulas', () => {
    expect(flagsOf('QLoRA, NF4', 'ru')).toEqual(['short']);
    expect(flagsOf('QLoRA = LoRA + base weights в NF4', 'ru')).toEqual(['short']);
    expect(flagsOf('QLoRA хранит base weights в NF4', 'ru')).toEqual(['short']);
  });
});

test('an answer under twelve words that carry meaning is short', () => {
  expect(give('Small adapters of low rank.').flags).toEqual(['short']);
  expect(give('').flags).toEqual(['short']);
});

test('what it cannot see: right words in the wrong order', () => {
  const heat: Rubric = {
    question: 'What does the temperature do?',
    answer: '',
    keyPoints: [
      { id: 'sharper', label: 'A lower one makes the distribution sharper', phrasings: [] },
    ],
  };
  expect(told('Not higher but lower: the distribution flattens.', 'en', heat)).toBeDefined();
});

test('hostile answers are read like any other', () => {
  for (const answer of [
    'constructor __proto__ toString',
    'a'.repeat(100_000),
    ', '.repeat(50_000),
  ]) {
    expect(give(answer).coverage).toBe(0);
  }
});
