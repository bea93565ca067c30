import type { Language } from '../language.ts';

/** Russian prose keeps many Latin names, English prose holds hardly a Cyrillic letter. */
const CYRILLIC_SHARE = 0.2;

export function guessLanguage(text: string): Language {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return cyrillic > letters * CYRILLIC_SHARE ? 'ru' : 'en';
}
