import snowball from 'snowball-stemmers';
import { eng, removeStopwords, rus } from 'stopword';
import type { Language } from '../domain/language.ts';

const STOP_WORDS: Record<Language, string[]> = { en: eng, ru: rus };
const ALGORITHMS: Record<Language, string> = { en: 'english', ru: 'russian' };

/** The words of a text that carry its meaning, each as its stem, in the order they stand. */
export function contentStems(text: string, language: Language): string[] {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{N}]+/gu);
  const stemmer = snowball.newStemmer(ALGORITHMS[language]);
  return removeStopwords([...(words ?? [])], STOP_WORDS[language]).map((word) =>
    stemmer.stem(word),
  );
}

/**
 * Stems that people would call the same word: equal, or equal in their first five letters, since
 * stemming joins neither Russian aspects nor derivations.
 */
export function sameStem(a: string, b: string): boolean {
  return a === b || (a.length > 5 && b.length > 5 && a.slice(0, 5) === b.slice(0, 5));
}
