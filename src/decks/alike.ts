import type { Language } from '../domain/language.ts';
import { contentStems } from './stems.ts';
import type { Question } from '../domain/question.ts';

/** The share of common words (Jaccard) from which two questions look like one. */
const ALIKE = 0.7;

/** What a question's likeness to others is judged by. */
export function wordsOf(question: string, language: Language): ReadonlySet<string> {
  return new Set(contentStems(question, language));
}

/** Do two questions ask nearly the same? One without a word of its own is like no other. */
export function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  // A set much larger than the other cannot be like it, and most pairs end here.
  if (small.size === 0 || small.size < large.size * ALIKE) return false;
  const common = [...small].filter((word) => large.has(word)).length;
  return common / (a.size + b.size - common) >= ALIKE;
}

/** The first of some questions, as it is worded, that asks nearly the same. */
export function findAlike(
  asked: string,
  language: Language,
  others: Iterable<Pick<Question, Language>>,
): string | undefined {
  const words = wordsOf(asked, language);
  for (const other of others) {
    const text = other[language]?.question;
    if (text !== undefined && areAlike(words, wordsOf(text, language))) return text;
  }
  return undefined;
}
