import type { Language } from '../language.ts';
import { guessLanguage } from '../text/guess-language.ts';
import type { CompiledRubric } from './compile-rubric.ts';
import type { ReadText } from './read-text.ts';
import { PARTLY } from './verdict.ts';

/** Prose joins its words with others that carry no meaning of their own; a list of key words does not. */
export function isListOfWords({ words, functionWords, separators }: ReadText): boolean {
  const joined = functionWords / words;
  const separated = separators / words;
  const isList = (joined < 0.15 && separated >= 0.25) || separated >= 0.45;
  return (words >= 6 && isList) || (words >= 8 && joined < 0.1);
}

/** The share of an answer's words that are the question's from which the answer is the question again. */
const COPIED = 0.8;

export function isCopied({ content }: ReadText, { isAsked }: CompiledRubric): boolean {
  const asked = content.filter(({ term }) => isAsked(term)).length;
  return content.length > 0 && asked >= content.length * COPIED;
}

/** Content words of an answer that is long enough to be off its topic. */
const LONG_ENOUGH = 15;

/** Most of the answer is in sentences that say nothing of any point, whose best scores are given. */
export function isOffTopic({ content }: ReadText, sentences: readonly number[]): boolean {
  if (content.length < LONG_ENOUGH) return false;
  const telling = content.filter(({ sentence }) => (sentences[sentence] ?? 0) >= PARTLY).length;
  return telling < content.length / 2;
}

/** Content words that an answer needs for a fraction of points to say anything of it. */
const SHORT = 12;

export const isShort = ({ content }: ReadText): boolean => content.length < SHORT;

/**
 * Whether the answer is written in another language than the deck. Names and formulas alone are of no language: Latin
 * letters are English where nothing is Russian and words without a meaning of their own join them.
 */
export function isForeign({ text, functionWords }: ReadText, language: Language): boolean {
  if (guessLanguage(text) === language) return false;
  return language === 'en' || (functionWords > 0 && !/\p{Script=Cyrillic}/u.test(text));
}
