import { isLanguage, type Language, type Localized } from '../domain/language.ts';
import { told, untranslated } from './words/index.ts';

/**
 * What people call a part of a question, such as _the answer_; `en.keyPoints[1].label` where only an author of
 * decks knows it. The language is named where the question has another one.
 */
export function partName(path: readonly PropertyKey[], languages: readonly Language[]): Localized {
  const known = knownName(path);
  if (!known) return untranslated(`\`${codeName(path)}\``);
  const [written] = path;
  if (languages.length < 2 || !isKnown(written)) return known;
  return told((words, language) => words.partIn[written](known[language]));
}

function knownName([language, part, index]: readonly PropertyKey[]): Localized | undefined {
  if (language === 'sources') return told((words) => words.parts.source);
  if (!isKnown(language)) return undefined;
  // The whole text: each of its passages could be shown, and all together cannot.
  if (part === undefined) return told((words) => words.parts.question);
  if (part === 'question' || part === 'answer') return told((words) => words.parts[part]);
  if (part !== 'options') return undefined;
  return typeof index === 'number'
    ? told((words) => words.parts.option(index + 1))
    : told((words) => words.parts.options);
}

const isKnown = (key: PropertyKey | undefined): key is Language =>
  typeof key === 'string' && isLanguage(key);

/** `en.keyPoints[1].label`, with the index as people who edit the file would count it: from 1. */
export const codeName = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
