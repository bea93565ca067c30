import { LANGUAGES, type Language, type Localized } from '../domain/language.ts';
import { en } from './en/index.ts';
import { ru } from './ru/index.ts';

export type Words = typeof en;

const BY_LANGUAGE: Readonly<Record<Language, Words>> = { en, ru };

/** Everything the bot says, in one language. */
export function wordsIn(language: Language): Words {
  return BY_LANGUAGE[language];
}

/** A word of every language, such as a label. */
export function inAll(pick: (words: Words) => string): Localized {
  const entries = LANGUAGES.map((language): [Language, string] => [
    language,
    pick(wordsIn(language)),
  ]);
  return Object.fromEntries(entries) as Record<Language, string>;
}
