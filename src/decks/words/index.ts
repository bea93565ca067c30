import type { Language, Localized } from '../../domain/language.ts';
import { defineWords } from '../../i18n/define-words.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** What is said of a deck's files. */
export const readingWords = defineWords({ en, ru });

type ReadingWords = typeof en;

/** Something said of a file, in every language: who reads it is known only where it is shown. */
export const told = (pick: (words: ReadingWords, language: Language) => string): Localized => ({
  en: pick(en, 'en'),
  ru: pick(ru, 'ru'),
});

/** A name, a path or another program's words, which are the same in every language. */
export const untranslated = (text: string): Localized => ({ en: text, ru: text });

/** A problem and how to mend it. */
export interface Remedy {
  readonly problem: Localized;
  readonly fix: Localized;
}

export const remedy = (
  pick: (
    words: ReadingWords,
    language: Language,
  ) => { readonly problem: string; readonly fix: string },
): Remedy => ({
  problem: told((...reader) => pick(...reader).problem),
  fix: told((...reader) => pick(...reader).fix),
});
