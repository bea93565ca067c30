import {
  type Card as FsrsCard,
  createEmptyCard,
  type FSRS,
  fsrs,
  type Grade as FsrsGrade,
  Rating,
  State,
} from 'ts-fsrs';
import { type Day, midnight } from '../day.ts';
import type { Grade, Memory } from './study-card.ts';

/** The chance of recall that an interval aims at. */
export const USUAL_RETENTION = 0.9;
export const RETENTION_BEFORE_INTERVIEW = 0.95;

export type Retention = typeof USUAL_RETENTION | typeof RETENTION_BEFORE_INTERVIEW;

/** What follows from a review: the memory without its days, and the interval as FSRS has it, in days. */
export interface Reviewed extends Omit<Memory, 'dueOn' | 'reviewedOn'> {
  readonly interval: number;
  /** The days since the review before, 0 for the first. */
  readonly elapsed: number;
}

/** Every parameter is the default: fitted to a member they gain nothing with so few reviews. */
const scheduler = (retention: Retention): FSRS =>
  fsrs({ request_retention: retention, enable_short_term: false, enable_fuzz: false });

const SCHEDULERS: Readonly<Record<Retention, FSRS>> = {
  [USUAL_RETENTION]: scheduler(USUAL_RETENTION),
  [RETENTION_BEFORE_INTERVIEW]: scheduler(RETENTION_BEFORE_INTERVIEW),
};

const RATINGS: Readonly<Record<Grade, FsrsGrade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/** What FSRS makes of a review; `memory` is undefined for the first one. FSRS throws at one before the newest. */
export function review(
  memory: Memory | undefined,
  grade: Grade,
  { on, retention }: { readonly on: Day; readonly retention: Retention },
): Reviewed {
  const { card } = SCHEDULERS[retention].next(cardOf(memory, on), midnight(on), RATINGS[grade]);
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    reviews: card.reps,
    lapses: card.lapses,
    interval: card.scheduled_days,
    elapsed: memory ? on - memory.reviewedOn : 0,
  };
}

function cardOf(memory: Memory | undefined, day: Day): FsrsCard {
  const empty = createEmptyCard(midnight(day));
  if (!memory) return empty;
  return {
    ...empty,
    state: State.Review,
    stability: memory.stability,
    difficulty: memory.difficulty,
    reps: memory.reviews,
    lapses: memory.lapses,
    last_review: midnight(memory.reviewedOn),
    due: midnight(memory.dueOn),
  };
}

/** The chance, from 0 to 1, that the member recalls it on a day without another review until then. */
export function retrievability(memory: Pick<Memory, 'stability' | 'reviewedOn'>, on: Day): number {
  const days = Math.max(0, on - memory.reviewedOn);
  return SCHEDULERS[USUAL_RETENTION].forgetting_curve(days, memory.stability);
}

/** The chances to recall it on a day, if it is reviewed on an earlier one and then had or missed. */
export function retrievabilityAfter(
  memory: Memory | undefined,
  { reviewedOn, on }: { readonly reviewedOn: Day; readonly on: Day },
): { readonly had: number; readonly missed: number } {
  const algorithm = SCHEDULERS[USUAL_RETENTION];
  const elapsed = memory ? Math.max(0, reviewedOn - memory.reviewedOn) : 0;
  const now = memory && retrievability(memory, reviewedOn);
  const after = (grade: Grade) => {
    const { stability } = algorithm.next_state(memory ?? null, elapsed, RATINGS[grade], now);
    return retrievability({ stability, reviewedOn }, on);
  };
  return { had: after('good'), missed: after('again') };
}
