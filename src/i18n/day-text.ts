import { type Day, midnight } from '../domain/day.ts';
import type { Language } from '../domain/language.ts';

/** A day of a calendar, the same for all readers: `24 December 2026`, «24 декабря 2026». */
export function dayText(day: Day, language: Language): string {
  return formatted(day, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** The same without the year where that is this one: `24 December`, «24 декабря». */
export function nearDayText(day: Day, language: Language, today: Day): string {
  if (yearOf(day) !== yearOf(today)) return dayText(day, language);
  return formatted(day, language, { day: 'numeric', month: 'long' });
}

/** `Fri`, «пт». */
export function weekdayText(day: Day, language: Language): string {
  return formatted(day, language, { weekday: 'short' });
}

/** `May`, «май». */
export function monthNameText(day: Day, language: Language): string {
  return formatted(day, language, { month: 'long' });
}

/** `May 2026`, «май 2026». */
export function monthYearText(day: Day, language: Language): string {
  return formatted(day, language, { month: 'long', year: 'numeric' });
}

/** `in May`, «в мае»; with the year where that is another than this one. */
export function monthText(day: Day, language: Language, today: Day): string {
  const month = IN_MONTH[language](day);
  const year = yearOf(day);
  if (year === yearOf(today)) return month;
  return language === 'ru' ? `${month} ${year} года` : `${month} ${year}`;
}

const IN_MONTH: Readonly<Record<Language, (day: Day) => string>> = {
  en: (day) => `in ${formatted(day, 'en', { month: 'long' })}`,
  ru: (day) => `в ${MONTHS_RU[midnight(day).getUTCMonth()] ?? ''}`,
};

/** In the case that «в» asks for, which `Intl` does not know. */
const MONTHS_RU = [
  ...['январе', 'феврале', 'марте', 'апреле', 'мае', 'июне'],
  ...['июле', 'августе', 'сентябре', 'октябре', 'ноябре', 'декабре'],
];

const yearOf = (day: Day): number => midnight(day).getUTCFullYear();

/** English with the day before the month, which nobody reads as another date. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru' };

/** A day is no instant: it is written as if the calendar were in UTC, whoever reads it. */
function formatted(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' });
  // The abbreviation of the Russian word for a year would end a sentence.
  return format.format(midnight(day)).replace(/\sг\.$/u, '');
}
