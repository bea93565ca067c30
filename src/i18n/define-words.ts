import { type Language, LANGUAGES, type Localized } from '../domain/language.ts';

/** What one feature says, in the language asked for. */
export type FeatureWords<Words> = (language: Language) => Words;

/**
 * A feature's words from its `words/en.ts` and `words/ru.ts`. English gives the shape: `ru` is declared as
 * `typeof en`, so that the compiler misses what is not translated.
 */
export function defineWords<Words>(
  byLanguage: Readonly<Record<Language, Words>>,
): FeatureWords<Words> {
  return (language) => byLanguage[language];
}

/** A word in every language, such as a label that the platforms localise themselves. */
export function localized<Words>(
  words: FeatureWords<Words>,
  pick: (words: Words) => string,
): Localized {
  const entries = LANGUAGES.map((language) => [language, pick(words(language))] as const);
  return Object.fromEntries(entries) as Record<Language, string>;
}
