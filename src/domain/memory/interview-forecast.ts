import type { Day } from '../day.ts';
import { type Chance, seededChance } from './chance.ts';
import { covers, upcoming } from './interview.ts';
import type { DayInput } from './plan-day.ts';
import { planForInterviews } from './plan-interviews.ts';
import { expectedRecall } from './recall.ts';
import { simulateReviews } from './simulate.ts';
import { isDoneOn, isNewOn, type StudyCard } from './study-card.ts';

export interface RecallForecast {
  readonly on: Day;
  /** The share of the interview's questions that will be recalled on its day, from 0 to 1. */
  readonly recall: number;
}

/** A forecast plans day by day when the interview is nearer than twice this, and several days at once before. */
const DAYS_PLANNED_SINGLY = 30;

/** A large deck evens out chance by itself, and takes its time to simulate. */
const CARDS_SIMULATED = 400;

/** A forecast in the making: it yields after some milliseconds' work, so that others get their turn. */
export type ForecastSteps = Generator<undefined, readonly RecallForecast[], undefined>;

/** The same as {@link forecastSteps} at one go. */
export function forecastInterviews(input: DayInput): readonly RecallForecast[] {
  const steps = forecastSteps(input);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * What a member may expect to recall on the day of each interview ahead, the nearest first, if they do what is
 * planned every day. The same cards give the same forecast.
 */
export function* forecastSteps(input: DayInput): ForecastSteps {
  const interviews = upcoming(input.interviews, input.today);
  const isCovered = (card: StudyCard) => interviews.some((interview) => covers(interview, card));
  const cards = input.cards.filter(isCovered);
  const runs = Math.max(1, Math.ceil(CARDS_SIMULATED / Math.max(1, cards.length)));
  const recalls: (readonly number[])[] = [];
  for (let run = 0; run < runs; run++) {
    recalls.push(yield* simulate({ ...input, cards, interviews }, seededChance(`run ${run}`)));
  }
  return interviews.map(({ on }, index) => {
    const sum = recalls.reduce((total, recall) => total + (recall[index] ?? 0), 0);
    return { on, recall: sum / runs };
  });
}

/** The recall for each interview in one run. */
function* simulate(
  input: DayInput,
  chance: Chance,
): Generator<undefined, readonly number[], undefined> {
  const recalls: number[] = [];
  let { cards, today: on } = input;
  for (const interview of input.interviews) {
    while (on < interview.on) {
      const days = Math.max(1, Math.floor((interview.on - on) / DAYS_PLANNED_SINGLY));
      cards = afterDays({ ...input, cards }, { on, days, chance });
      on += days;
      yield;
    }
    const own = cards.filter((card) => covers(interview, card));
    recalls.push(expectedRecall(own, interview.on));
  }
  return recalls;
}

/** The cards after what is planned for the next days has been asked on the first of them. */
function afterDays(
  { cards, cap, interviews, today, open }: DayInput,
  { on, days, chance }: { readonly on: Day; readonly days: number; readonly chance: Chance },
): readonly StudyCard[] {
  const done = cards.filter((card) => isDoneOn(card, on));
  // Which questions rounds will ask after today, nobody knows.
  const isOpen = (card: StudyCard) => on === today && open.has(card.questionId);
  const plan = planForInterviews({
    cards: cards.filter((card) => !isDoneOn(card, on) && !isOpen(card)),
    begun: done.filter((card) => isNewOn(card, on)),
    interviews: upcoming(interviews, on),
    today: on,
    room: Math.max(0, cap * days - done.length),
    days,
  });
  const asked = plan.map(({ card }) => card);
  return simulateReviews(cards, asked, { on, interviews, chance });
}
