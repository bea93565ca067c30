import { wordsIn } from '../../i18n/words.ts';
import type { Language } from '../../domain/language.ts';

/** A thread's name; the platform cuts it to its own limit. */
export function threadTitle(language: Language, number: number, question: string): string {
  return wordsIn(language).round.threadTitle(number, question);
}
