import type { Day } from '../day.ts';
import { beforeClassics } from '../pick-question.ts';
import { recallNow } from './recall.ts';
import { isDue, type MissedPoint, type StudyCard } from './study-card.ts';

export interface QuizWish {
  /** The member's cards of all questions that fit what was asked for. */
  readonly cards: readonly StudyCard[];
  readonly today: Day;
  /** The questions that are open in a round of the workspace. */
  readonly open: ReadonlySet<number>;
  /** The question that this member was shown last. */
  readonly lastShown?: number;
  /** A whole number from 0 up to, but not including, `below`. */
  readonly draw: (below: number) => number;
}

/** Why this question comes now. */
export type QuizReason =
  { readonly type: 'due' | 'new' | 'longest-ago' } | ({ readonly type: 'missed' } & MissedPoint);

export type QuizChoice =
  | { readonly type: 'question'; readonly card: StudyCard; readonly reason: QuizReason }
  | { readonly type: 'none'; readonly because: 'nothing-fits' | 'all-open' | 'just-shown' };

/**
 * The question of a quiz: what is due, the likeliest to be forgotten first; then one never met, a classic
 * last; then the one met longest ago. What was shown today is met, so it is due no more until tomorrow, rated or not.
 */
export function chooseQuiz({ cards, today, open, lastShown, draw }: QuizWish): QuizChoice {
  if (cards.length === 0) return { type: 'none', because: 'nothing-fits' };
  const closed = cards.filter(({ questionId }) => !open.has(questionId));
  if (closed.length === 0) return { type: 'none', because: 'all-open' };
  const others = closed.filter(({ questionId }) => questionId !== lastShown);
  const due = others.filter((card) => isDue(card, today) && card.metOn !== today);
  if (due.length > 0)
    return chosen(
      leastBy(due, (card) => recallNow(card, today)),
      'due',
      draw,
    );
  const fresh = others.filter(({ metOn }) => metOn === undefined);
  if (fresh.length > 0) return chosen(beforeClassics(fresh), 'new', draw);
  return chosen(beforeClassics(leastBy(others, ({ metOn = 0 }) => metOn)), 'longest-ago', draw);
}

function chosen(
  from: readonly StudyCard[],
  type: 'due' | 'new' | 'longest-ago',
  draw: QuizWish['draw'],
): QuizChoice {
  const card = from[from.length > 1 ? draw(from.length) : 0];
  if (!card) return { type: 'none', because: 'just-shown' };
  const missed = card.missed?.[0];
  return { type: 'question', card, reason: missed ? { type: 'missed', ...missed } : { type } };
}

/** All that come first by a number. */
function leastBy(
  cards: readonly StudyCard[],
  number: (card: StudyCard) => number,
): readonly StudyCard[] {
  const numbers = cards.map(number);
  const least = Math.min(...numbers);
  return cards.filter((_, index) => numbers[index] === least);
}
