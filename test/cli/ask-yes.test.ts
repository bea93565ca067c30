import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askYes } from '../../src/features/shared/cli/ask-yes.ts';

test.each([
  ['y\n', true],
  ['Да\n', true],
  ['\n', false],
  ['no\n', false],
  ['', false],
])('a person who types %j', async (typed, agreed) => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(typed);
  expect(await askYes('Take them in?', input, output)).toBe(agreed);
  expect(String(output.read())).toContain('Take them in? [y/N] ');
});
