/** The languages Whetstone speaks. A deck may hold its questions in one or more of them. */
export const LANGUAGES = ['en', 'ru'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A text in every language; the compiler refuses one that is missing. */
export type Localized<T = string> = Readonly<Record<Language, T>>;

export function isLanguage(value: string): value is Language {
  return (LANGUAGES as readonly string[]).includes(value);
}

/** The language for a locale tag such as `en-GB`, `ru` or `ru_RU`; undefined where none fits. */
export function languageOfLocale(locale: string | undefined): Language | undefined {
  const primary = locale?.toLowerCase().split(/[-_]/)[0] ?? '';
  return isLanguage(primary) ? primary : undefined;
}
