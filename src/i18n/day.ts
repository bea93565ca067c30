import { type Day, midnight } from '../domain/day.ts';
import type { Language } from '../domain/language.ts';

/** English with the day before the month, which nobody reads as another date. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru' };

/** `3 December`, «3 декабря»; with the year where that is another than today's. */
export function dayFormat(language: Language, day: Day, today: Day): string {
  const year = yearOf(day) === yearOf(today) ? {} : ({ year: 'numeric' } as const);
  return formatOf(language, { day: 'numeric', month: 'long', ...year }).format(midnight(day));
}

/** `in May`, «в мае»; with the year where that is another than today's. */
export function monthFormat(language: Language, day: Day, today: Day): string {
  const month = IN_MONTH[language](day);
  const year = yearOf(day);
  if (year === yearOf(today)) return month;
  return language === 'ru' ? `${month} ${year} года` : `${month} ${year}`;
}

const IN_MONTH: Readonly<Record<Language, (day: Day) => string>> = {
  en: (day) => `in ${formatOf('en', { month: 'long' }).format(midnight(day))}`,
  ru: (day) => `в ${MONTHS_RU[midnight(day).getUTCMonth()] ?? ''}`,
};

/** In the case that «в» asks for, which `Intl` does not know. */
const MONTHS_RU = [
  ...['январе', 'феврале', 'марте', 'апреле', 'мае', 'июне'],
  ...['июле', 'августе', 'сентябре', 'октябре', 'ноябре', 'декабре'],
];

const yearOf = (day: Day): number => midnight(day).getUTCFullYear();

/** A day is no instant: it is written as if the calendar were in UTC, whoever reads it. */
function formatOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' });
}
