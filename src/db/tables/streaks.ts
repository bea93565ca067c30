import type { Selectable } from 'kysely';

/** A cache of the fold over rounds and answers, for one member in one track. */
export interface StreakTable {
  readonly trackId: number;
  readonly memberId: number;
  readonly current: number;
  readonly longest: number;
  readonly freezes: number;
  readonly answered: number;
  /** The number of the newest round that it counts as answered, 0 for none; null: not known. */
  readonly newest: number | null;
}

export type StreakRow = Selectable<StreakTable>;
