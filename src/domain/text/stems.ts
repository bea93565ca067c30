import snowball from 'snowball-stemmers';
import { eng, rus } from 'stopword';
import type { Language } from '../language.ts';

const STOP_WORDS: Record<Language, ReadonlySet<string>> = { en: new Set(eng), ru: new Set(rus) };
const ALGORITHMS: Record<Language, string> = { en: 'english', ru: 'russian' };

/** The words of a text that carry its meaning, each as its stem, in the order they stand. */
export type Stemmer = (text: string) => string[];

/** A stemmer for many texts of a language: it finds the stem of each word once. */
export function createStemmer(language: Language): Stemmer {
  const stemmer = snowball.newStemmer(ALGORITHMS[language]);
  const stems = new Map<string, string>();
  const stemOf = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const stem = stemmer.stem(word);
    stems.set(word, stem);
    return stem;
  };
  return (text) =>
    wordsIn(text)
      .filter((word) => !STOP_WORDS[language].has(word))
      .map(stemOf);
}

/** Finds the stems of single words, of each by the rules of the language in whose letters it is written. */
export function createScriptStemmer(): (word: string) => string {
  const russian = snowball.newStemmer(ALGORITHMS.ru);
  const english = snowball.newStemmer(ALGORITHMS.en);
  return (word) => (/[а-я]/.test(word) ? russian : english).stem(word);
}

export const contentStems = (text: string, language: Language): string[] =>
  createStemmer(language)(text);

export function wordsIn(text: string): readonly string[] {
  const plain = text.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Stems that people would call the same word: equal, or equal in their first five letters, since
 * stemming joins neither Russian aspects nor derivations.
 */
export function sameStem(a: string, b: string): boolean {
  return a === b || (a.length > 5 && b.length > 5 && a.slice(0, 5) === b.slice(0, 5));
}
