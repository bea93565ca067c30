import type { Day } from '../day.ts';
import { seededChance } from './chance.ts';
import { covers, upcoming } from './interview.ts';
import { type DayInput, planDay } from './plan-day.ts';
import { simulateReviews } from './simulate.ts';
import { isDue, type StudyCard } from './study-card.ts';

/** Further ahead no day is told. */
const FURTHEST_DAYS = 365;

/** An odd number, so that one of them is in the middle. */
const RUNS = 5;

/** So many questions even out chance by themselves, and one run is enough. */
const MANY = 100;

/**
 * The day at whose end all that is due today has been reviewed, if the member does what is planned from today
 * on; undefined where that takes more than a year. What an interview covers is planned for its day and is
 * left out.
 */
export function caughtUpOn(input: DayInput): Day | undefined {
  const { today } = input;
  const ahead = upcoming(input.interviews, today);
  const isCovered = (card: StudyCard) => ahead.some((interview) => covers(interview, card));
  const own = { ...input, interviews: [], cards: input.cards.filter((card) => !isCovered(card)) };
  const left = own.cards.filter((card) => isDue(card, today));
  // Not even if each were had the first time.
  if (left.length > FURTHEST_DAYS * own.cap) return undefined;
  const backlog = left.map(({ questionId }) => questionId);
  const runs = left.length < MANY ? RUNS : 1;
  const ends = Array.from({ length: runs }, (_, run) => simulate(own, backlog, `run ${run}`));
  const middle = ends.toSorted((a, b) => a - b)[(runs - 1) / 2] ?? Infinity;
  return Number.isFinite(middle) ? middle : undefined;
}

/** The day at whose end the backlog has been reviewed, in one run; infinity where it never is. */
function simulate(input: DayInput, backlog: readonly number[], seed: string): number {
  const { today } = input;
  const chance = seededChance(seed);
  const left = new Set(backlog);
  let { cards } = input;
  for (let on = today; on < today + FURTHEST_DAYS; on++) {
    // Which questions rounds will ask after today, nobody knows.
    const open = on === today ? input.open : new Set<number>();
    const asked = planDay({ ...input, cards, today: on, open }).questions.map(({ card }) => card);
    cards = simulateReviews(cards, asked, { on, interviews: [], chance });
    for (const { questionId } of asked) left.delete(questionId);
    if (left.size === 0) return on;
  }
  return Infinity;
}
