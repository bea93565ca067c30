import { describe, expect, it } from 'vitest';
import { readingWords } from '../../src/decks/words/index.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { entries } from '../support/word-entries.ts';

/** Names of places and parts, and what is told of what was taken all the same, so that nothing is to be mended. */
const TOLD = new Set([
  ...['theFile', 'line', 'note', 'question', 'questionWithId', 'questionOf', 'sheet', 'theLast'],
  ...['parts', 'partIn', 'theQuestion', 'longFor', 'notLaidOut', 'kinds'],
  ...['readAs', 'toDiscuss', 'bareTable', 'topicsJoined', 'unreadableFile'],
]);

describe.each(LANGUAGES)('what is wrong with a file, in %s,', (language) => {
  const { unknownKind, ...words } = readingWords(language);
  const told = entries(words).filter(([path]) => !TOLD.has(path.split('.')[0] ?? ''));
  const statements = told.filter(([path]) => !/\.(problem|fix)$/.test(path));

  it('is told with how to mend it', () => {
    expect(statements.length).toBeGreaterThan(40);
    expect(statements.filter(([, text]) => !/\([^)]{10,}\)$|; \S/.test(text))).toEqual([]);
    expect(unknownKind).toContain('.csv');
  });

  it('has a fix beside each problem', () => {
    const paths = told.map(([path]) => path);
    const problems = paths.filter((path) => path.endsWith('.problem'));
    const fixes = problems.map((path) => path.replace(/problem$/, 'fix'));
    expect(problems.length).toBeGreaterThan(20);
    expect(paths).toEqual(expect.arrayContaining(fixes));
  });
});
