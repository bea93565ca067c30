import type { Day } from '../day.ts';
import { descending } from './descending.ts';
import { covers, type Interview } from './interview.ts';
import { newPerDay, newQuestions } from './new-questions.ts';
import { planned, type PlannedQuestion } from './planned-question.ts';
import { recallGain } from './recall.ts';
import { isReviewed, type StudyCard } from './study-card.ts';

/** A review that adds less than this to the chance of recall is not worth a member's time. */
const LEAST_GAIN = 0.01;

export interface InterviewDay {
  /** What may be asked, each covered by an interview. */
  readonly cards: readonly StudyCard[];
  /** The cards that were reviewed today for the first time. */
  readonly begun: readonly StudyCard[];
  /** Those ahead, the nearest first. */
  readonly interviews: readonly Interview[];
  readonly today: Day;
  /** How many questions may be asked. */
  readonly room: number;
  /** For how many days these are; more than one only in a forecast of what is far ahead. */
  readonly days: number;
}

/**
 * The questions that add most to what can be expected to be recalled on the day of the interview, one step
 * ahead: first the new ones of the day, then those whose review gains most.
 */
export function planForInterviews(input: InterviewDay): readonly PlannedQuestion[] {
  const { cards, interviews, today, room } = input;
  const fresh = newOnes(input).slice(0, room);
  const gains = cards.filter(isReviewed).map((card) => gainOf(card, interviews, today));
  const worthwhile = gains.filter(({ most }) => most >= LEAST_GAIN);
  const best = descending(worthwhile, ({ perDay }) => perDay).map(({ card }) => card);
  return [...planned('new', fresh), ...planned('interview', best.slice(0, room - fresh.length))];
}

interface Gain {
  readonly card: StudyCard;
  readonly most: number;
  readonly perDay: number;
}

/**
 * What a review gains for the interviews that cover a card. What can wait, waits: a gain counts for less the
 * more days are left to make it.
 */
function gainOf(card: StudyCard, interviews: readonly Interview[], today: Day): Gain {
  const gains = interviews
    .filter((interview) => covers(interview, card))
    .map(({ on }) => ({ gain: recallGain(card, today, on), daysLeft: Math.max(1, on - today) }));
  const most = Math.max(0, ...gains.map(({ gain }) => gain));
  return { card, most, perDay: gains.reduce((sum, one) => sum + one.gain / one.daysLeft, 0) };
}

/** As many new ones as the pace of each interview asks for, those of the nearest interview first. */
function newOnes({ cards, begun, interviews, today, days }: InterviewDay): readonly StudyCard[] {
  const left = newQuestions(cards);
  return interviews.reduce<readonly StudyCard[]>((chosen, interview) => {
    const own = left.filter((card) => covers(interview, card));
    const already = begun.filter((card) => covers(interview, card)).length;
    const pace = days * newPerDay(own.length + already, interview.on - today);
    const others = own.filter((card) => !chosen.includes(card));
    const missing = pace - already - (own.length - others.length);
    return [...chosen, ...others.slice(0, Math.max(0, missing))];
  }, []);
}
