import { expect, it } from 'vitest';
import { neverConnected } from '../../../src/platforms/shared/never-connected.ts';

const failed = (code: string, options?: ErrorOptions) =>
  Object.assign(new Error(code, options), { code });

it.each([
  ['a refused connection', failed('ECONNREFUSED'), true],
  [
    'one behind a client’s own error',
    new Error('fetch failed', { cause: failed('ENOTFOUND') }),
    true,
  ],
  [
    'every address refused',
    new AggregateError([failed('ECONNREFUSED'), failed('EHOSTUNREACH')]),
    true,
  ],
  [
    'one address that answered',
    new AggregateError([failed('ECONNREFUSED'), failed('ECONNRESET')]),
    false,
  ],
  ['addresses that were never tried', new AggregateError([]), false],
  ['a connection that broke', failed('ECONNRESET'), false],
  ['an error without a code', new Error('no'), false],
  ['no error at all', 'ECONNREFUSED', false],
])('%s: %s', (_, error, expected) => {
  expect(neverConnected(error)).toBe(expected);
});
