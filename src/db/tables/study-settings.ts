import type { Maybe } from './column.ts';

/** How a member wants to study. Without a row all is as usual. */
export interface StudySettingsTable {
  readonly memberId: number;
  /** How many questions a day; null for the usual number. */
  readonly dailyCap: Maybe<number>;
  /** The member's own; null where they have not told it. */
  readonly timezone: Maybe<string>;
  /** The question that a quiz or a review showed last: it is not shown again at once. */
  readonly lastShown: Maybe<number>;
}
