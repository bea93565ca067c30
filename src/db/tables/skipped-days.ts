import type { Generated, GeneratedAlways } from 'kysely';
import type { Day } from '../../domain/day.ts';

/** Days of a track's own time zone on which it asks nothing. */
export interface SkippedDaysTable {
  readonly id: GeneratedAlways<number>;
  readonly trackId: number;
  /** Both days are included. */
  readonly fromDay: Day;
  readonly untilDay: Day;
  /** Empty where nobody said why. */
  readonly reason: string;
  /** Whether the track's calendar says so, and not a person. */
  readonly fromCalendar: Generated<boolean>;
}
