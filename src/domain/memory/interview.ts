import type { Day } from '../day.ts';
import { type Retention, RETENTION_BEFORE_INTERVIEW, USUAL_RETENTION } from './fsrs.ts';
import type { StudyCard } from './study-card.ts';

export interface Interview {
  readonly on: Day;
  /** The questions that may come up; left out: all of them. */
  readonly questionIds?: ReadonlySet<number>;
}

/** How a member says that it went. */
export const INTERVIEW_OUTCOMES = ['well', 'mixed', 'badly'] as const;

export type InterviewOutcome = (typeof INTERVIEW_OUTCOMES)[number];

export type InterviewFault =
  | { readonly code: 'interview-past'; readonly given: Day }
  /** `latest`: the last day that would do. */
  | { readonly code: 'interview-too-far'; readonly given: Day; readonly latest: Day };

/** Two years, one of which may be a leap year. */
const FURTHEST_INTERVIEW_DAYS = 731;

/** In so many days before an interview, intervals aim at a higher retention. */
const LAST_DAYS = 14;

/** What is wrong with a day for an interview; undefined where nothing is. Today is early enough. */
export function interviewFault(on: Day, today: Day): InterviewFault | undefined {
  const latest = today + FURTHEST_INTERVIEW_DAYS;
  if (on < today) return { code: 'interview-past', given: on };
  return on > latest ? { code: 'interview-too-far', given: on, latest } : undefined;
}

export const covers = (interview: Interview, card: Pick<StudyCard, 'questionId'>): boolean =>
  interview.questionIds?.has(card.questionId) ?? true;

/** The interviews that are not over, the nearest first. */
export function upcoming(interviews: readonly Interview[], today: Day): readonly Interview[] {
  return interviews.filter(({ on }) => on >= today).toSorted((a, b) => a.on - b.on);
}

/** What an interview asks of the intervals of the questions that it covers. */
export interface IntervalTerms {
  readonly retention: Retention;
  /** The longest interval, in days. */
  readonly longest: number;
}

/** The nearest interview that covers a question and is still ahead sets its terms. */
export function intervalTerms(
  card: Pick<StudyCard, 'questionId'>,
  interviews: readonly Interview[],
  today: Day,
): IntervalTerms {
  const ahead = upcoming(interviews, today + 1).find((interview) => covers(interview, card));
  if (!ahead) return { retention: USUAL_RETENTION, longest: Infinity };
  const longest = ahead.on - today;
  return {
    retention: longest <= LAST_DAYS ? RETENTION_BEFORE_INTERVIEW : USUAL_RETENTION,
    longest,
  };
}
