import type { Day } from '../../domain/day.ts';
import type { Maybe } from './column.ts';

/** When a member wants to be reminded of their reviews. Without a row: never. */
export interface ReviewReminderTable {
  readonly memberId: number;
  /** Of the day, on the clock of the member's own time zone. */
  readonly minute: number;
  /** When to look next for something that is due; null once the member took no private message. */
  readonly dueAt: Maybe<Date>;
  /** The day on which the member last asked to be reminded later. */
  readonly laterOn: Maybe<Day>;
}
