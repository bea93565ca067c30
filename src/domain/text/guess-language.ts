import type { Language } from '../language.ts';

/** Russian prose keeps many Latin names, English prose holds hardly a Cyrillic letter. */
const CYRILLIC_SHARE = 0.2;

export function guessLanguage(text: string): Language {
  // Most answers end here, without their letters being counted.
  if (!/\p{Script=Cyrillic}/u.test(text)) return 'en';
  const cyrillic = text.replaceAll(/\P{Script=Cyrillic}+/gu, '').length;
  const letters = text.replaceAll(/\P{L}+/gu, '').length;
  return cyrillic > letters * CYRILLIC_SHARE ? 'ru' : 'en';
}
