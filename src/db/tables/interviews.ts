import type { Generated, GeneratedAlways } from 'kysely';
import type { Day } from '../../domain/day.ts';
import type { InterviewOutcome } from '../../domain/memory/interview.ts';
import type { Maybe } from './column.ts';

/** A day that a member prepares for; one of each name. */
export interface InterviewTable {
  readonly id: Generated<number>;
  readonly memberId: number;
  readonly onDay: Day;
  /** Empty for the one that needs no name. */
  readonly name: string;
  /** Null: whatever the member may be asked. */
  readonly deckId: number | null;
  /** When the member is asked how it went; null once that is done. */
  readonly askAt: Maybe<Date>;
}

/** How an interview went that is over; its member is asked once. */
export interface InterviewOutcomeTable {
  readonly id: GeneratedAlways<number>;
  readonly memberId: number;
  readonly onDay: Day;
  readonly name: string;
  /** The member could not be written to: `/interview` asks them, once. */
  readonly toShow: boolean;
  /** Null: they have not said. */
  readonly outcome: Maybe<InterviewOutcome>;
}
