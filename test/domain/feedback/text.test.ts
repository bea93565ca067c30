import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReadText, readText } from '../../../src/domain/feedback/read-text.ts';
import { createTermMaker } from '../../../src/domain/feedback/term.ts';
import { LONGEST_READ } from '../../../src/domain/feedback/tokens.ts';

const read = (text: string): ReadText => readText(text, createTermMaker());

const stems = (text: string): readonly string[] => read(text).content.map(({ term }) => term.stem);

/** The sentences as they stand in the text. */
const sentences = (text: string): readonly string[] => {
  const { text: kept, sentences } = read(text);
  return sentences.map(({ start, end }) => kept.slice(start, end).trim());
};

/** The words of a text that stand in negated clauses. */
const negated = (text: string): readonly string[] =>
  read(text)
    .content.filter((one) => one.negated)
    .map(({ term }) => term.stem);

describe('words', () => {
  test('case, ё, composed letters, apostrophes and no-break spaces make no difference', () => {
    expect(stems('ЁМКОСТЬ')).toEqual(stems('емкость'));
    expect(stems('стой'.normalize('NFD'))).toEqual(stems('стой'));
    expect(stems('the model’s size')).toEqual(stems("the model's size"));
    expect(stems('0,39\u00A0%')).toEqual(['0.39']);
  });

  test('are reduced to their stems by the rules of their own script', () => {
    expect(stems('матрицы adapters')).toEqual(['матриц', 'adapt']);
  });

  test('without a meaning of their own are dropped, in either language', () => {
    expect(stems('it is in the weights, а это в весах')).toEqual(['weight', 'вес']);
    expect(stems('however, not слоями, хотя не')).toEqual(['сло']);
  });

  test('with a digit are their own stem', () => {
    expect(stems('W0 nf4 4-bit 65B')).toEqual(['w0', 'nf4', '4', 'bit', '65', 'b']);
  });

  test('that are names of what objects inherit are words like any other', () => {
    expect(stems('the constructor of __proto__')).toEqual(['constructor', 'proto']);
  });

  test('and signs are kept where signs are meant, not where they emphasize', () => {
    expect(stems('a&&b x*y x != y')).toEqual(['&&', 'b', 'x', '*', 'y', 'x', '!=', 'y']);
    expect(stems('**LoRA** keeps *all* of it')).toEqual(['lora', 'keep']);
  });
});

describe('numbers', () => {
  test.each([
    ['65,536', '65536'],
    ['1,234,567', '1234567'],
    ['0,39', '0.39'],
    ['0,391', '0.391'],
    ['3.14', '3.14'],
    ['four', '4'],
    ['twice', '2'],
    ['десять', '10'],
  ])('%s is read as %s', (written, number) => {
    expect(stems(written)).toEqual([number]);
  });
});

describe('sentences', () => {
  test('end at marks, line breaks and bullets', () => {
    expect(sentences('One two. Why not? Yes!\nThen; next • last')).toEqual([
      ...['One two.', 'Why not?', 'Yes!', 'Then;', 'next •', 'last'],
    ]);
  });

  test('hold a word each', () => {
    expect(sentences('... Well. !!! \n\n • Then.')).toEqual(['... Well.', '!!! \n\n • Then.']);
  });

  test('do not end at a dot within a word or after an abbreviation', () => {
    expect(sentences('Use e.g. d2l.ai 1.5 times, т.е. всё и т.д. для вас.')).toHaveLength(1);
    expect(sentences('Adapters etc. are small. They swap.')).toHaveLength(2);
  });

  test('are sixty-four at most, and the last holds the rest', () => {
    const many = sentences('Word here. '.repeat(100));
    expect(many).toHaveLength(64);
    expect(many.at(-1)).toBe('Word here. '.repeat(37).trim());
  });
});

describe('negation', () => {
  test.each([
    ['the weights are not trained', ['weight', 'train']],
    ['the base isn’t trained, adapters are', ['base', 'train']],
    ['the base is frozen but adapters never freeze', ['adapt', 'freez']],
    ['without training: weights stay', ['train']],
    ['веса не меняются, учат адаптеры', ['вес', 'меня']],
    ['она не мерит, насколько далеки веса, но слои далеки', ['мер', 'наскольк', 'далек', 'вес']],
    ['неверно, что веса учат', ['вес', 'учат']],
    ['веса неверно учат', []],
    ['веса стоят — ничего не учат', ['вес', 'сто', 'учат']],
  ])('"%s" negates its clause alone', (text, words) => {
    expect(negated(text)).toEqual(words);
  });

  test.each(['not only weights', 'не только веса', 'not just weights', 'не лишь веса'])(
    '"%s" affirms',
    (text) => {
      expect(negated(text)).toEqual([]);
      expect(read(text).sentences[0]?.part).toBe(false);
    },
  );
});

test('a sentence knows whether it speaks of all or of a part', () => {
  const { sentences } = read('Every weight. Only a part. Все веса. Лишь часть. Weights.');
  expect(sentences.map(({ all, part }) => [all, part])).toEqual([
    ...[
      [true, false],
      [false, true],
      [true, false],
      [false, true],
      [false, false],
    ],
  ]);
});

test('words, function words and separators are counted', () => {
  expect(read('LoRA is small, fast; and\n\ncheap')).toMatchObject({
    ...{ words: 6, functionWords: 2, separators: 3 },
  });
});

test('what is beyond four thousand characters is not read, and no character is halved', () => {
  const { text } = read(`${'a'.repeat(LONGEST_READ - 1)}😀 weights`);
  expect(text).toBe('a'.repeat(LONGEST_READ - 1));
});

test('places are places in the text, whatever lower case does to its length', () => {
  expect(sentences('İİİİ is one. Weights are two.')).toEqual(['İİİİ is one.', 'Weights are two.']);
});

test('any text is read, and its sentences lie in it one after the other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { text: kept, sentences, content, words, functionWords } = read(text);
      let end = 0;
      for (const sentence of sentences) {
        expect(sentence.start).toBeGreaterThanOrEqual(end);
        ({ end } = sentence);
      }
      expect(end).toBeLessThanOrEqual(kept.length);
      expect(functionWords).toBeLessThanOrEqual(words);
      for (const { sentence } of content) expect(sentences[sentence]).toBeDefined();
    }),
  );
});
