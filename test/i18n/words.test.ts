import { describe, expect, it } from 'vitest';
import { readingWords } from '../../src/decks/words/index.ts';
import { type Language, LANGUAGES } from '../../src/domain/language.ts';
import { FEATURES } from '../../src/features/index.ts';
import { commonWords } from '../../src/i18n/words/index.ts';
import { playgroundWords } from '../../src/platforms/playground/words/index.ts';
import { foreignWords } from '../support/foreign-words.ts';
import { entries, type Entry } from '../support/word-entries.ts';

/** What is the same in both languages: names, and what holds nothing but its arguments. */
const SAME = [
  'help.heading',
  'playground.languageNames.en',
  'playground.languageNames.ru',
  'rounds.threadTitle',
  'track-admin.choice',
  'tracks.languages.en',
  'tracks.languages.ru',
];

/** The paths of what is said with several arguments one after another, whose order nobody remembers. */
function severalArguments(words: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof words === 'function') return words.length > 1 ? [path.join('.')] : [];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => severalArguments(value, [...path, key]));
}

/** All that is said in a language: what is shared, each feature's own, and the playground's page. */
function allEntries(language: Language): Entry[] {
  const own = FEATURES.flatMap(({ name, words }) => entries(words?.(language) ?? {}, [name]));
  const playground = entries(playgroundWords(language), ['playground']);
  const reading = entries(readingWords(language), ['reading']);
  return [...entries(commonWords(language), ['common']), ...reading, ...own, ...playground];
}

describe.each(LANGUAGES)('what is said in %s', (language) => {
  const all = allEntries(language);

  it('holds no word of another language', () => {
    const foreign = all.map(([path, words]) => [path, foreignWords(words, language)] as const);
    expect(foreign.filter(([, words]) => words.length > 0)).toEqual([]);
  });

  it('names its arguments where there are several', () => {
    const own = FEATURES.flatMap(({ name, words }) => severalArguments(words?.(language), [name]));
    const shared = severalArguments(commonWords(language), ['common']);
    const playground = severalArguments(playgroundWords(language), ['playground']);
    expect([...own, ...shared, ...playground]).toEqual([]);
  });

  it('is nowhere left empty', () => {
    expect(all.filter(([, words]) => words.trim() === '')).toEqual([]);
  });
});

describe('Russian', () => {
  it('says everything that English does, and is a copy of it only where it should be', () => {
    const english = new Map(allEntries('en'));
    const russian = allEntries('ru');
    expect(russian.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    const copies = russian.filter(([path, words]) => english.get(path) === words);
    expect(copies.map(([path]) => path).sort()).toEqual(SAME);
  });
});
