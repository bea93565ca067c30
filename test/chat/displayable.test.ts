import { expect, it } from 'vitest';
import { displayable, isolated } from '../../src/chat/displayable.ts';

it.each([
  [
    'letters of every script, marks and emoji',
    'Ёлка ñ שלום مرحبا 你好 👩‍👩‍👧 *_`<@1>',
    'Ёлка ñ שלום مرحبا 你好 👩‍👩‍👧 *_`<@1>',
  ],
  ['tabs and line feeds', 'a\tb\nc', 'a\tb\nc'],
  ['every end of a line as one', 'a\r\nb\rc\u0085d\u2028e\u2029f', 'a\nb\nc\nd\ne\nf'],
  ['no control characters', 'a\u0000b\u0007c\u001Bd\u009Be', 'abcde'],
  ['no marks that turn the direction of writing', 'abc\u202Edef\u2066g\u2069', 'abcdefg'],
  [
    'an isolate that begins and ends in a line',
    '1. \u2068שלום\u2069 — 2',
    '1. \u2068שלום\u2069 — 2',
  ],
  ['no isolate that is left open', 'a\u2068b\u2068c\u2069\nd\u2069e', 'ab\u2068c\u2069\nde'],
  ['no halves of characters', 'a\uD83Db\uDE00', 'a\uFFFDb\uFFFD'],
])('shows %s', (_, text, shown) => {
  expect(displayable(text)).toBe(shown);
});

it.each([
  ['عمر الخيام', '\u2068عمر الخيام\u2069'],
  ['2 — שלום', '\u20682 — שלום\u2069'],
  ['a\u2069עמ\u2068', '\u2068aעמ\u2069'],
  ['Ann', 'Ann'],
  ['Ёлка 2', 'Ёлка 2'],
])('isolates the name %s where it would reorder the line around it', (name, shown) => {
  expect(isolated(name)).toBe(shown);
  expect(displayable(`1. ${isolated(name)} — 2`)).toBe(`1. ${shown} — 2`);
});
