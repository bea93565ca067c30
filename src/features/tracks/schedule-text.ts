import { inLargestUnit } from '../../domain/duration.ts';
import type { Language } from '../../domain/language.ts';
import { type PlainSchedule, plainSchedule } from '../../domain/schedule-words.ts';
import { sameDays, WEEK, WEEKEND, WORKDAYS } from '../../domain/weekday.ts';
import { trackWords } from './words/index.ts';

/** A schedule in words; one that words would make no plainer stays as it is. */
export function scheduleText(cron: string, language: Language): string {
  const plain = plainSchedule(cron);
  return plain ? plainText(plain, language) : cron;
}

function plainText(plain: PlainSchedule, language: Language): string {
  const words = trackWords(language).when;
  if ('nth' in plain) return words.monthly(plain);
  const { days, time, every } = plain;
  if (every !== undefined) return words.everyWeeks({ count: every, days, time });
  if (sameDays(days, WEEK)) return words.everyDay(time);
  if (sameDays(days, WORKDAYS)) return words.weekdays(time);
  return sameDays(days, WEEKEND) ? words.weekends(time) : words.onDays({ days, time });
}

/** How long a round stays open; null: until the next one is due. */
export function answeringText(seconds: number | null, language: Language): string {
  const words = trackWords(language).when;
  if (seconds === null) return words.untilNext;
  const { count, unit } = inLargestUnit(seconds);
  return words.lasting({ count, unit });
}
