import type { Day } from '../day.ts';
import { covers, type Interview, upcoming } from './interview.ts';
import { planForInterviews } from './plan-interviews.ts';
import { planReviews } from './plan-reviews.ts';
import type { PlannedQuestion } from './planned-question.ts';
import { isDoneOn, isNewOn, type StudyCard } from './study-card.ts';

export interface DayInput {
  /** The member's cards of all questions that they may be asked. */
  readonly cards: readonly StudyCard[];
  readonly today: Day;
  /** How many questions they want a day. */
  readonly cap: number;
  /** Those that are over change nothing. */
  readonly interviews: readonly Interview[];
  /** The questions that are open in a round of the workspace. */
  readonly open: ReadonlySet<number>;
}

export interface DayPlan {
  /** What is still to be asked today, in this order; with what is done never more than the cap. */
  readonly questions: readonly PlannedQuestion[];
  /** How many were reviewed today. */
  readonly done: number;
  /** Whether so much is due that nothing new begins. */
  readonly behind: boolean;
}

/**
 * What a member is asked today. The questions of an interview ahead come first, chosen for its day; then all
 * others as they fall due. It is made anew from the cards each time, so that missed days need no repair.
 */
export function planDay({ cards, today, cap, interviews, open }: DayInput): DayPlan {
  const ahead = upcoming(interviews, today);
  const isCovered = (card: StudyCard) => ahead.some((interview) => covers(interview, card));
  const done = cards.filter((card) => isDoneOn(card, today));
  const askable = cards.filter((card) => !isDoneOn(card, today) && !open.has(card.questionId));
  const room = Math.max(0, cap - done.length);
  const first = planForInterviews({
    cards: askable.filter(isCovered),
    begun: done.filter((card) => isNewOn(card, today)),
    interviews: ahead,
    today,
    room,
    days: 1,
  });
  const rest = planReviews({
    cards: askable.filter((card) => !isCovered(card)),
    done: done.filter((card) => !isCovered(card)),
    today,
    cap,
    room: room - first.length,
  });
  return { questions: [...first, ...rest.questions], done: done.length, behind: rest.behind };
}
