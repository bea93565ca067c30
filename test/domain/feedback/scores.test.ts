import { describe, expect, test } from 'vitest';
import { compileRubric } from '../../../src/domain/feedback/compile-rubric.ts';
import { coverageOf } from '../../../src/domain/feedback/coverage.ts';
import { createLexicon, type Lexicon, type Rubric } from '../../../src/domain/feedback/lexicon.ts';
import { readText } from '../../../src/domain/feedback/read-text.ts';
import { type ScoredPoint, scorePoints } from '../../../src/domain/feedback/score-points.ts';
import { createTermMaker } from '../../../src/domain/feedback/term.ts';

/** Every word tells as much as every other, so that scores can be worked out by hand. */
const even: Lexicon = { rarityOf: () => 1, mostRare: 1, termOf: createTermMaker() };

const point = (label: string, ...phrasings: readonly string[]) => ({ id: label, label, phrasings });

/** A rubric of points, of a question that names none of their words. */
const rubric = (points: Rubric['keyPoints'], more: Partial<Rubric> = {}): Rubric => ({
  ...{ question: 'Why?', answer: '', keyPoints: points },
  ...more,
});

const scores = (of: Rubric, answer: string, lexicon = even): readonly ScoredPoint[] =>
  scorePoints(compileRubric(of, lexicon), readText(answer, createTermMaker())).points;

const score = (of: Rubric, answer: string, lexicon = even): number | undefined =>
  scores(of, answer, lexicon)[0]?.score;

const LORA = rubric([point('frozen weights', 'adapters')]);

describe('a score', () => {
  test('weighs the best phrasing, the second best, the mean and the pool', () => {
    // r = 0 and 1: (1 + 0.6·0 + 0.4·0.5) / 1.5; the pool: 1 / (1.5 · mean of 2 and 1).
    expect(score(LORA, 'Adapters.')).toBeCloseTo(0.7 * (1.2 / 1.5) + (0.3 * 1) / 2.25, 10);
    // r = 0.5 and 0: (0.5 + 0.4·0.25) / 1.5.
    expect(score(LORA, 'Weights.')).toBeCloseTo(0.7 * (0.6 / 1.5) + (0.3 * 1) / 2.25, 10);
    // All is said: the mean reaches (1 + 0.6 + 0.4) / 1.5 > 1, the pool 3 / 2.25 > 1.
    expect(score(LORA, 'Adapters beside frozen weights.')).toBe(1);
    expect(score(LORA, 'Something else.')).toBe(0);
    expect(score(LORA, '')).toBe(0);
  });

  test('counts a word as far as it meets the term', () => {
    // "Quantised" is one letter from "quantized": 0.8 of a phrasing with one term, of two alike.
    const slip = rubric([point('quantized')]);
    expect(score(slip, 'Quantised.')).toBeCloseTo(
      0.7 * ((0.8 * 1.4) / 1.5) + 0.3 * (0.8 / 1.5),
      10,
    );
  });

  test('is the best of one sentence or of two that follow each other, which cost a twentieth', () => {
    const both = 'Frozen. Weights.';
    expect(score(LORA, both)).toBeCloseTo(0.95 * (0.7 * (1.2 / 1.5) + 0.3 * (2 / 2.25)), 10);
    expect(scores(LORA, `${both} End.`)[0]?.evidence).toBe(both);
    expect(score(LORA, 'Frozen. Between. Weights.')).toBe(score(LORA, 'Weights.'));
    expect(scores(LORA, 'Adapters. End.')[0]?.evidence).toBe('Adapters.');
  });

  test('quotes the answer as it is written, without what stands between its sentences', () => {
    const answer = '1) Base: İ’m sure.\n - Ёмкие Adapters  train!\n - End.';
    expect(scores(LORA, answer)[0]?.evidence).toBe('Ёмкие Adapters  train!');
  });
});

describe('a term weighs', () => {
  test('a quarter where the question names it, in whatever form', () => {
    const asked = rubric([point('frozen weights')], { question: 'Which weight?' });
    // W = 1 + 0.25. One phrasing: b + 0.4·b.
    const share = 0.25 / 1.25;
    expect(score(asked, 'Weights.')).toBeCloseTo(
      0.7 * ((1.4 * share) / 1.5) + 0.3 * (share / 1.5),
      10,
    );
  });

  test('its share where several points have it', () => {
    const shared = rubric([point('frozen weights'), point('small weights')]);
    const share = 0.5 / 1.5;
    expect(score(shared, 'Weights.')).toBeCloseTo(
      0.7 * ((1.4 * share) / 1.5) + 0.3 * (share / 1.5),
      10,
    );
  });

  test('what it tells: more, the fewer questions it occurs in', () => {
    const questions = [LORA, rubric([point('frozen base')]), rubric([point('dropout')])];
    const { rarityOf, mostRare } = createLexicon(questions);
    expect(rarityOf('frozen')).toBeCloseTo(Math.log(1 + 3 / 3), 10);
    expect(rarityOf('adapt')).toBeCloseTo(Math.log(1 + 3 / 2), 10);
    expect(rarityOf('unheard')).toBeCloseTo(Math.log(1 + 3 / 1), 10);
    expect(mostRare).toBe(rarityOf('unheard'));
    expect(createLexicon([]).rarityOf('anything')).toBeGreaterThan(0);
  });
});

describe('a phrasing cannot be met whole', () => {
  /** What the score of one phrasing is when this share of it is met. */
  const ofShare = (share: number): number => 0.7 * ((1.4 * share) / 1.5) + 0.3 * (share / 1.5);

  test('of the question’s words alone', () => {
    const asked = rubric([point('weights')], { question: 'Which weights?' });
    // W = 0.3 instead of 0.25.
    expect(score(asked, 'Weights.', { ...even, mostRare: 0 })).toBeCloseTo(ofShare(0.25 / 0.3), 10);
  });

  test('of words that tell less together than one rare word', () => {
    const common = { ...even, mostRare: 4 };
    expect(score(rubric([point('more data')]), 'Data.', common)).toBeCloseTo(ofShare(1 / 4), 10);
    const fourWords = rubric([point('clean data without duplicates removed')]);
    expect(score(fourWords, 'Clean data, duplicates removed.', common)).toBeCloseTo(ofShare(1), 10);
  });
});

describe('a sentence of the reference answer', () => {
  const points = [point('frozen weights'), point('rank decomposition')];
  const claiming = (answer: string): readonly number[] =>
    compileRubric(rubric(points, { answer }), even).points.map(({ phrasings }) => phrasings.length);

  test('is one more phrasing of the point that it says best', () => {
    expect(claiming('The weights stay frozen during training.')).toEqual([2, 1]);
    expect(claiming('The rank is low. The weights stay.')).toEqual([2, 2]);
  });

  test('is none where it says less than half of a point, or is one word', () => {
    expect(claiming('Matrices multiply quickly. Frozen.')).toEqual([1, 1]);
  });
});

describe('polarity', () => {
  const polar = (of: Rubric, answer: string): number | undefined => scores(of, answer)[0]?.polar;

  test('leaves a quarter of a word that one side affirms and the other negates', () => {
    const plain = rubric([point('trained')]);
    expect(polar(plain, 'Trained.')).toBe(score(plain, 'Trained.'));
    expect(polar(plain, 'Not trained.')).toBeCloseTo(
      (0.7 * (0.25 * 1.4)) / 1.5 + 0.3 * (0.25 / 1.5),
      10,
    );
    const denied = rubric([point('not trained')]);
    expect(polar(denied, 'Not trained.')).toBe(score(denied, 'Not trained.'));
    expect(polar(denied, 'Trained.')).toBeLessThan(0.3);
  });

  test('is of the clause', () => {
    expect(
      polar(rubric([point('adapters trained')]), 'Adapters are trained, the base is not.'),
    ).toBe(score(rubric([point('adapters trained')]), 'Adapters are trained, the base is not.'));
  });
});

describe('coverage', () => {
  test('is one less the square of what is missing on average', () => {
    expect(coverageOf([1, 0])).toBe(0.75);
    expect(coverageOf([0.5, 0.5, 0.5])).toBe(0.75);
    expect(coverageOf([])).toBe(0);
  });

  test('counts the best of a question that asks for some of many', () => {
    expect(coverageOf([0, 1, 0, 1, 0], 2)).toBe(1);
    expect(coverageOf([1, 0], 5)).toBe(0.75);
  });
});
