import type { Day } from '../../domain/day.ts';
import type { Language } from '../../domain/language.ts';
import { nearDayText } from '../../i18n/day-text.ts';
import type { Rated } from './rate-question.ts';
import { memoryWords } from './words/index.ts';

/** What a member is told of their rating. */
export function ratedText(language: Language, rated: Rated, today: Day): string {
  const words = memoryWords(language);
  switch (rated.type) {
    case 'rated':
      return words.again(whenAgain(language, rated.dueOn, today));
    case 'rated-before':
      return `${words.ratedBefore} ${words.again(whenAgain(language, rated.dueOn, today))}`;
    case 'too-old':
      return words.tooOld(nearDayText(rated.shownOn, language, today));
    case 'question-unknown':
      return words.questionUnknown;
  }
}

/** A day as one says it of what comes. */
function whenAgain(language: Language, day: Day, today: Day): string {
  const words = memoryWords(language);
  if (day <= today) return words.today;
  return day === today + 1 ? words.tomorrow : words.onDay(nearDayText(day, language, today));
}
