import { expect, test } from 'vitest';
import { areAlike } from '../../../src/domain/text/likeness.ts';
import { contentStems, sameStem } from '../../../src/domain/text/stems.ts';

test('a text is reduced to the stems of the words that carry its meaning', () => {
  expect(contentStems('The base weights are frozen.', 'en')).toEqual(['base', 'weight', 'frozen']);
  expect(contentStems('Её веса и слои', 'ru')).toEqual(contentStems('весов слоя', 'ru'));
});

test('long stems that begin alike are one word, short ones only where they are equal', () => {
  expect(sameStem('квантован', 'квантовани')).toBe(true);
  expect(sameStem('слой', 'слои')).toBe(false);
});

test('questions are alike when most of their words are the same', () => {
  const words = (text: string) => new Set(text.split(' '));
  expect(areAlike(words('a b c d'), words('b c d a'))).toBe(true);
  expect(areAlike(words('a b c d'), words('c d e f'))).toBe(false);
  expect(areAlike(words('a'), words('a b'))).toBe(false);
  expect(areAlike(new Set(), new Set())).toBe(false);
});
