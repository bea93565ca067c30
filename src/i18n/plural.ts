import type { Language } from '../domain/language.ts';

const RULES: Readonly<Record<Language, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  ru: new Intl.PluralRules('ru'),
};

/** `3 answers`: the number and the form of the noun it asks for. */
export function countEn(count: number, one: string, other: string): string {
  return `${count} ${RULES.en.select(count) === 'one' ? one : other}`;
}

/** «3 ответа»: forms for 1, 2–4 and 5 and more. */
export function countRu(count: number, one: string, few: string, many: string): string {
  return `${count} ${formRu(count, one, few, many)}`;
}

export function formRu(count: number, one: string, few: string, many: string): string {
  const rule = RULES.ru.select(count);
  if (rule === 'one') return one;
  return rule === 'few' ? few : many;
}
