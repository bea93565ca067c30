import { inLargestUnit } from '../../domain/duration.ts';
import type { Language } from '../../domain/language.ts';
import { nudgeWords } from './words/index.ts';

/** `2 hours`, and in Russian «2 часа», in the case that «за» asks for. */
export function nudgeTime(seconds: number, language: Language): string {
  return nudgeWords(language).lasting(inLargestUnit(seconds));
}
