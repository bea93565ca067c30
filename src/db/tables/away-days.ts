import type { GeneratedAlways } from 'kysely';
import type { Day } from '../../domain/day.ts';
import type { Maybe } from './column.ts';

/** Days on which a member said that they are away. A row is never changed but to be revoked. */
export interface AwayDaysTable {
  readonly id: GeneratedAlways<number>;
  readonly memberId: number;
  /** Both days are included. */
  readonly fromDay: Day;
  readonly untilDay: Day;
  /** A round whose deadline came before is not excused: no streak is saved afterwards. */
  readonly announcedAt: Date;
  /** A round whose deadline came before is excused all the same; null while it holds. */
  readonly revokedAt: Maybe<Date>;
}
