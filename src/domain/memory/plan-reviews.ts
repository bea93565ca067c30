import type { Day } from '../day.ts';
import { descending } from './descending.ts';
import { newPerDay, newQuestions } from './new-questions.ts';
import { planned, type PlannedQuestion } from './planned-question.ts';
import { recallNow } from './recall.ts';
import { isDue, isNewOn, isReviewed, type ReviewedCard, type StudyCard } from './study-card.ts';
import { topicStrengths } from './topic-strength.ts';

/** In so many days a deck is gone through where no interview sets the day. */
const DAYS_FOR_A_DECK = 90;

/** With so many caps due, nothing new begins. */
const CAPS_BEHIND = 3;

export interface ReviewInput {
  /** What may be asked. */
  readonly cards: readonly StudyCard[];
  /** What was reviewed today. */
  readonly done: readonly StudyCard[];
  readonly today: Day;
  readonly cap: number;
  /** How many questions may still be asked. */
  readonly room: number;
}

export interface ReviewPlan {
  readonly questions: readonly PlannedQuestion[];
  readonly behind: boolean;
}

/**
 * The order of a day without an interview: paced new ones, what is due from the likeliest to be forgotten on,
 * then the weakest topic. After a long absence the due days stand as they are: the most overdue beside its
 * interval comes first, and nothing new begins until less than three caps are due.
 */
export function planReviews(input: ReviewInput): ReviewPlan {
  const { cards, done, today, cap, room } = input;
  const due = cards.filter((card) => isDue(card, today));
  // What was done today counts, so that the day goes on as it began.
  const behind = due.length + done.length >= CAPS_BEHIND * cap;
  const questions = behind
    ? planned('due', mostOverdueFirst(due, today))
    : [
        ...planned('new', newOfToday(input)),
        ...planned('due', likeliestForgottenFirst(due, today)),
      ];
  // Which topic is the weakest takes a look at every card, so it is asked only where there is room.
  const rest = behind || questions.length >= room ? [] : weakTopic(cards, today);
  return { questions: [...questions, ...planned('weak-topic', rest)].slice(0, room), behind };
}

/** Half of the cap at most: what has begun has to come again as well. */
function newOfToday({ cards, done, today, cap }: ReviewInput): readonly StudyCard[] {
  const left = newQuestions(cards);
  const begun = done.filter((card) => isNewOn(card, today)).length;
  const pace = newPerDay(left.length + begun, DAYS_FOR_A_DECK);
  const most = Math.max(1, Math.floor(cap / 2));
  return left.slice(0, Math.max(0, Math.min(pace, most) - begun));
}

/** By how many of its intervals a card is late. */
const overdue = ({ memory }: ReviewedCard, today: Day): number =>
  (today - memory.dueOn) / Math.max(1, memory.dueOn - memory.reviewedOn);

const mostOverdueFirst = (cards: readonly ReviewedCard[], today: Day) =>
  descending(cards, (card) => overdue(card, today));

const likeliestForgottenFirst = (cards: readonly StudyCard[], today: Day) =>
  descending(cards, (card) => -recallNow(card, today));

/** What is not due in the weakest topic that has such questions. */
function weakTopic(cards: readonly StudyCard[], today: Day): readonly StudyCard[] {
  const reviewed = cards.filter(isReviewed);
  const later = reviewed.filter(({ memory }) => memory.dueOn > today);
  const topics = Map.groupBy(later, ({ topic }) => topic);
  const weakest = topicStrengths(reviewed, today).findLast(({ topic }) => topics.has(topic));
  const own = weakest ? (topics.get(weakest.topic) ?? []) : [];
  return likeliestForgottenFirst(own, today);
}
