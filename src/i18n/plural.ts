import type { Language } from '../domain/language.ts';

const RULES: Readonly<Record<Language, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  ru: new Intl.PluralRules('ru'),
};

/** `3 answers`: the number and the form of the noun it asks for. */
export function countEn(count: number, one: string, other: string): string {
  return `${count} ${RULES.en.select(count) === 'one' ? one : other}`;
}

/** The forms of a word for 1, 2–4 and 5 and more: «ответ», «ответа», «ответов». */
type FormsRu = readonly [one: string, few: string, many: string];

/** «3 ответа»: the number and the form that it asks for. */
export function countRu(count: number, forms: FormsRu): string {
  return `${count} ${formRu(count, forms)}`;
}

export function formRu(count: number, [one, few, many]: FormsRu): string {
  const rule = RULES.ru.select(count);
  if (rule === 'one') return one;
  return rule === 'few' ? few : many;
}
