import { type Block, type Button, type Message, message } from '../../chat/message.ts';
import type { Day } from '../../domain/day.ts';
import type { Language } from '../../domain/language.ts';
import type { Grade } from '../../domain/memory/study-card.ts';
import { memoryWords } from './words/index.ts';

export interface RatingFacts {
  readonly language: Language;
  readonly questionId: number;
  /** The member's day, on which the question is shown. */
  readonly shownOn: Day;
  /** The grade whose button stands first, *Had it* where it is left out. Pressing the button still rates. */
  readonly likelier?: 'good' | 'again';
  /** The name of the button that takes the rating, where it is not `rate`; it takes the same arguments. */
  readonly button?: string;
}

/** The buttons by which a member says how a question went, followed by the card's `others`. */
export function ratingRow(facts: RatingFacts, others: readonly Button[] = []): Block {
  const { language, questionId, shownOn, likelier = 'good', button = USUAL_BUTTON } = facts;
  const grades = likelier === 'good' ? (['good', 'again'] as const) : (['again', 'good'] as const);
  const more: Button = {
    label: memoryWords(language).more,
    action: { name: 'rate-more', args: [String(questionId), String(shownOn), button] },
  };
  const rating = grades.map((grade) => gradeButton(facts, grade));
  return { type: 'buttons', buttons: [...rating, more, ...others] };
}

/** The grades behind *More*. */
export function moreGradesCard(facts: RatingFacts): Message {
  return message([
    { type: 'text', text: [memoryWords(facts.language).howDidItGo] },
    { type: 'buttons', buttons: [gradeButton(facts, 'hard'), gradeButton(facts, 'easy')] },
  ]);
}

const USUAL_BUTTON = 'rate';

function gradeButton(facts: RatingFacts, grade: Grade): Button {
  const { language, questionId, shownOn, button = USUAL_BUTTON } = facts;
  return {
    label: memoryWords(language).grades[grade],
    action: { name: button, args: [String(questionId), grade, String(shownOn)] },
  };
}
