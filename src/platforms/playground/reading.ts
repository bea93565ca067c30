import type { TimeStyle } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { relativeTime } from './page/relative-time.js';

/** How someone reads: what is rendered for them depends on it. */
export interface Reading {
  readonly language: Language;
  readonly timezone?: string;
  readonly now: Date;
}

/** An instant in the reader's own clock; without a zone, in this machine's, which is the reader's. */
export function formatTime(at: Date, style: ClockStyle, reading: Reading): string {
  return new Intl.DateTimeFormat(locale(reading), {
    ...FORMATS[style],
    ...(reading.timezone && { timeZone: reading.timezone }),
  }).format(at);
}

/** How long until an instant; the page counts it down. */
export function formatCountdown(at: Date, { now, language }: Reading): string {
  return relativeTime(at, now, language);
}

type ClockStyle = Exclude<TimeStyle, 'countdown'> | 'time';

const FORMATS: Readonly<Record<ClockStyle, Intl.DateTimeFormatOptions>> = {
  datetime: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
};

/** British English, for a day before its month and a clock of 24 hours. */
const locale = ({ language }: Reading): string => (language === 'en' ? 'en-GB' : language);
