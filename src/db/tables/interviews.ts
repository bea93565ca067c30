import type { Generated } from 'kysely';
import type { Day } from '../../domain/day.ts';

/** A day that a member prepares for; one of each name. */
export interface InterviewTable {
  readonly id: Generated<number>;
  readonly memberId: number;
  readonly onDay: Day;
  /** Empty for the one that needs no name. */
  readonly name: string;
  /** Null: whatever the member may be asked. */
  readonly deckId: number | null;
}
