import { type StudyCard, isDoneOn, isDue } from './study-card.ts';
import { seededChance } from './chance.ts';
import type { Day } from '../day.ts';
import { covers, upcoming } from './interview.ts';
import { type DayInput, planDay } from './plan-day.ts';
import { simulateReviews } from './simulate.ts';

/** Further ahead no day is told. */
const FURTHEST_DAYS = 365;

/** An odd number, so that one of them is in the middle. */
const RUNS = 5;

/**
 * The day at whose end all that is due today has been reviewed, if the member does what is planned from today
 * on; undefined where that takes more than a year. What an interview covers is planned for its day and is
 * left out.
 */
export function caughtUpOn(input: DayInput): Day | undefined {
  const ahead = upcoming(input.interviews, input.today);
  const isCovered = (card: StudyCard) => ahead.some((interview) => covers(interview, card));
  const own = { ...input, interviews: [], cards: input.cards.filter((card) => !isCovered(card)) };
  const ends = Array.from({ length: RUNS }, (_, run) => simulateUntilCaughtUp(own, `run ${run}`));
  const middle = ends.toSorted((a, b) => a - b)[(RUNS - 1) / 2] ?? Infinity;
  return Number.isFinite(middle) ? middle : undefined;
}

function simulateUntilCaughtUp(input: DayInput, seed: string): number {
  const { today } = input;
  const chance = seededChance(seed);
  const isLeft = (card: StudyCard) => isDue(card, today) && !isDoneOn(card, today);
  const backlog = new Set(input.cards.filter(isLeft).map(({ questionId }) => questionId));
  let { cards } = input;
  for (let on = today; on <= today + FURTHEST_DAYS; on++) {
    // Which questions rounds will ask after today, nobody knows.
    const open = on === today ? input.open : new Set<number>();
    const asked = planDay({ ...input, cards, today: on, open }).questions.map(({ card }) => card);
    cards = simulateReviews(cards, asked, { on, interviews: [], chance });
    for (const { questionId } of asked) backlog.delete(questionId);
    if (backlog.size === 0) return on;
  }
  return Infinity;
}
