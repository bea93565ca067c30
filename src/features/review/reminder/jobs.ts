import type { Day } from '../../../domain/day.ts';
import { defineJob } from '../../../jobs/job.ts';

/** One reminder of one member's day. */
export interface DayReminder {
  readonly memberId: number;
  readonly day: Day;
  /** The second one of that day, which the member asked for. */
  readonly later: boolean;
}

/** Writes to a member if something is due for them. */
export const remindJob = defineJob<DayReminder>('remind');
