import type { Language } from '../domain/language.ts';
import { en } from './en/index.ts';
import { ru } from './ru/index.ts';

export type Words = typeof en;

const BY_LANGUAGE: Readonly<Record<Language, Words>> = { en, ru };

/** What all features say alike, in one language. */
export function wordsIn(language: Language): Words {
  return BY_LANGUAGE[language];
}
