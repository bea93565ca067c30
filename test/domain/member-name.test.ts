import { expect, it } from 'vitest';
import { memberName } from '../../src/domain/member-name.ts';

it.each([
  ['Ann', 'Ann'],
  ['Анна-Мария 🧊', 'Анна-Мария 🧊'],
  [' two  spaces\t', 'two spaces'],
  ['Eve\n1. Eve — 99 points', 'Eve 1. Eve — 99 points'],
  ['line\u2028and\u2029paragraph\u0085', 'line and paragraph'],
  ['half \uD83E and \0', 'half \uFFFD and \uFFFD'],
  ['@everyone', '@everyone'],
  ['', 'U1'],
  [' \u200B\u2060\u00AD ', 'U1'],
  ['\u202E\u0007', 'U1'],
])('%j is borne as %j', (given, expected) => {
  expect(memberName(given, 'U1')).toBe(expected);
});
