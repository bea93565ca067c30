import fc from 'fast-check';
import { expect, test } from 'vitest';
import { strengthOf } from '../../../src/domain/feedback/strength.ts';
import { createTermMaker } from '../../../src/domain/feedback/term.ts';
import { indexTerms } from '../../../src/domain/feedback/term-index.ts';

const termOf = createTermMaker();
const strength = (a: string, b: string): number => strengthOf(termOf(a), termOf(b));

test.each([
  ['the same beginning', 'convolution', 'convolve', 0.8],
  ['the same stem', 'adapters', 'adapter', 1],
  ['the same stem', 'матрицы', 'матрицей', 1],
  ['equal numbers', '0.50', '0.5', 1],
  ['a number and its rounding', '0.39', '0.3906', 1],
  ['a number and a coarser rounding', '0.4', '0.39', 0],
  ['a number and another rounding', '0.38', '0.3906', 0],
  ['a number word', 'four', '4', 1],
  ['the same beginning of five letters in all', 'training', 'trainability', 0],
  ['the same beginning', 'переобучение', 'переобучаться', 0.8],
  ['the last letter changed', 'train', 'trait', 0.8],
  ['a letter changed', 'quantised', 'quantized', 0.8],
  ['a letter left out', 'softmax', 'sofmax', 0.8],
  ['two letters swapped', 'softmax', 'sotfmax', 0.8],
  ['two letters swapped in a short word', 'слоями', 'солями', 0],
  ['two letters wrong', 'softmax', 'sovtmex', 0],
  ['another first letter', 'дольше', 'больше', 0],
  ['a slip in a short word', 'rank', 'bank', 0],
  ['like meaning', 'reduce', 'lower', 0.6],
  ['like meaning', 'токен', 'слово', 0.6],
  ['like meaning across languages', 'софтмакс', 'softmax', 0.6],
  ['nothing', 'weights', 'router', 0],
  ['a number and a word', '4', 'fourteen', 0],
  ['words with digits', 'nf4base', 'nf4bass', 0],
  ['signs', '&&', '||', 0],
])('%s: %s, %s', (_why, a, b, expected) => {
  expect(strength(a, b)).toBe(expected);
  expect(strength(b, a)).toBe(expected);
});

const LETTERS = 'абвeinoprst';
const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 9 });

/** A word, and the same with a slip or another ending. */
const pair = fc
  .tuple(word, fc.nat(8), fc.nat(2), fc.constantFrom(...LETTERS))
  .map(([one, at, kind, letter]) => {
    const slips = [
      one.slice(0, at) + letter + one.slice(at),
      one.slice(0, at) + letter + one.slice(at + 1),
      one.slice(0, at) + (one[at + 1] ?? '') + (one[at] ?? '') + one.slice(at + 2),
    ];
    return [one, slips[kind] ?? one] as const;
  });

test('the index finds what comparing with every term finds', () => {
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 12 }), (pairs) => {
      const terms = pairs.map(([one]) => termOf(one));
      const find = indexTerms(terms);
      for (const [, written] of pairs) {
        const other = termOf(written);
        const all = terms
          .map((term, number) => ({ term: number, strength: strengthOf(term, other) }))
          .filter((met) => met.strength > 0);
        expect(find(other).toSorted((a, b) => a.term - b.term)).toEqual(all);
      }
    }),
    { numRuns: 500 },
  );
});
