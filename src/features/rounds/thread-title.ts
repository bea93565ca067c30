import type { Language } from '../../domain/language.ts';
import { roundWords } from './words/index.ts';

/** A thread's name; the platform cuts it to its own limit. */
export function threadTitle(language: Language, number: number, question: string): string {
  return roundWords(language).threadTitle({ number, question });
}
