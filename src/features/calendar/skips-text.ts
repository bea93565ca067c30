import { cutInput } from '../../chat/cut.ts';
import { isolated } from '../../chat/displayable.ts';
import { type RichText, time } from '../../chat/text.ts';
import type { RoundsAhead, SkippedDays } from '../../domain/calendar.ts';
import type { Language } from '../../domain/language.ts';
import type { SkipFault } from '../../domain/skipped-days.ts';
import { dayText } from '../../i18n/day-text.ts';
import { nextQuestion } from '../tracks/track-facts-card.ts';
import { calendarWords } from './words/index.ts';

/** When the next questions come, and which days are skipped before the last of them, with the reason. */
export function aheadText({ asked, skipped }: RoundsAhead, language: Language): RichText {
  const words = calendarWords(language);
  const [first, ...others] = asked;
  const times = [first, ...others].flatMap((at) => (at ? [', ', time(at)] : [])).slice(1);
  const next =
    others.length > 0 ? words.nextQuestions(times) : nextQuestion(first ?? null, language);
  return skipped.length === 0 ? next : [...next, ` ${skippedText(skipped, language)}`];
}

/** A sentence that says which days have no question, and why. */
export function skippedText(skipped: readonly SkippedDays[], language: Language): string {
  return calendarWords(language).skipped(skipped.map((skip) => skipText(skip, language)));
}

/** Such as `24 December 2026 – 3 January 2027 (Winter break)`. */
export function skipText({ from, until, reason }: SkippedDays, language: Language): string {
  const days = [...new Set([from, until])].map((day) => dayText(day, language)).join(' – ');
  return reason === '' ? days : `${days} (${isolated(cutInput(reason))})`;
}

/** What is wrong with days to skip and how to mend it. */
export function skipFaultText(fault: SkipFault, language: Language): string {
  const { faults } = calendarWords(language);
  switch (fault.code) {
    case 'skip-unreadable':
      return faults.unreadable(cutInput(fault.given));
    case 'skip-over':
      return faults.over(cutInput(fault.given));
    case 'skip-backwards':
      return faults.backwards({
        from: dayText(fault.from, language),
        until: dayText(fault.until, language),
      });
    case 'skip-too-far':
      return faults.tooFar({
        given: cutInput(fault.given),
        latest: dayText(fault.latest, language),
      });
    case 'skip-too-many':
      return faults.tooMany(fault.most);
  }
}
