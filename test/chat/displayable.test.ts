import { expect, it } from 'vitest';
import { displayable } from '../../src/chat/displayable.ts';

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
  ['no halves of characters', 'a\uD83Db\uDE00', 'a\uFFFDb\uFFFD'],
])('shows %s', (_, text, shown) => {
  expect(displayable(text)).toBe(shown);
});
