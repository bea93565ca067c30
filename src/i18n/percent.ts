import type { Language } from '../domain/language.ts';

const FORMATS: Readonly<Record<Language, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en', { style: 'percent' }),
  ru: new Intl.NumberFormat('ru', { style: 'percent' }),
};

/** `89%` of 0.89; in Russian with the space that belongs there, at which no line breaks. */
export function percentText(share: number, language: Language): string {
  return FORMATS[language].format(share);
}
