import type { RichText } from '../../chat/text.ts';
import type { Day } from '../../domain/day.ts';
import type { MissedPoint } from '../../domain/memory/study-card.ts';
import { monthText } from '../../i18n/day-text.ts';
import { inline } from '../decks/prose.ts';
import type { QuestionFacts } from '../decks/question-facts.ts';
import { memoryWords } from './words/index.ts';

/** What a member left out of a question the last time; the deck may have lost that point since. */
export function missedText(
  { language, text, today }: Pick<QuestionFacts, 'language' | 'text'> & { readonly today: Day },
  missed: MissedPoint,
): RichText {
  const words = memoryWords(language);
  const when = monthText(missed.on, language, today);
  const point = text.keyPoints.find(({ id }) => id === missed.point);
  return point ? words.missed({ point: inline(point.label), when }) : [words.missedSome(when)];
}
