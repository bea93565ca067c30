import { type Message, message } from '../../chat/message.ts';
import type { Away } from '../../domain/away.ts';
import type { Language } from '../../domain/language.ts';
import { dayText } from '../../i18n/day-text.ts';
import { awayCommand } from './definition.ts';
import { awayWords } from './words/index.ts';

interface AwayFacts {
  readonly language: Language;
  readonly away: readonly Away[];
}

/** The days on which a member is or will be away, and what that means. */
export function awayCard({ language, away }: AwayFacts): Message {
  const words = awayWords(language);
  if (away.length === 0)
    return message([{ type: 'text', text: words.none(awayCommand(language, 'set')) }]);
  return message([
    { type: 'heading', text: words.heading },
    { type: 'list', items: away.map((one) => [awayText(one, language)]) },
    { type: 'note', text: words.rule(awayCommand(language, 'clear')) },
  ]);
}

/** Days away in a reader's language, such as `24 December 2026 – 8 January 2027`. */
export function awayText({ from, until }: Away, language: Language): string {
  const days = [...new Set([from, until])].map((day) => dayText(day, language));
  return days.join(' – ');
}
