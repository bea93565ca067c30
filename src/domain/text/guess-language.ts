import type { Language } from '../language.ts';

/** Russian prose keeps many Latin names, English prose holds hardly a Cyrillic letter. */
const CYRILLIC_SHARE = 0.2;

export function guessLanguage(text: string): Language {
  const cyrillic = text.replaceAll(/\P{Script=Cyrillic}+/gu, '').length;
  const letters = text.replaceAll(/\P{L}+/gu, '').length;
  return cyrillic > letters * CYRILLIC_SHARE ? 'ru' : 'en';
}
