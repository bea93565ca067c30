import { type Day, midnight } from '../domain/day.ts';
import type { Language } from '../domain/language.ts';

const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

const FORMATS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', options),
  ru: new Intl.DateTimeFormat('ru', options),
};

/** A day of a calendar, the same for all readers: `24 December 2026`, «24 декабря 2026». */
export function dayText(day: Day, language: Language): string {
  // The abbreviation of the Russian word for a year would end a sentence.
  return FORMATS[language].format(midnight(day)).replace(/\sг\.$/u, '');
}
