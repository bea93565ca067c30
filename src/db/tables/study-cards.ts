import type { ColumnType } from 'kysely';
import type { Day } from '../../domain/day.ts';
import type { MissedPoint } from '../../domain/memory/study-card.ts';
import type { Maybe } from './column.ts';

/** What one member and one question have to do with each other. */
export interface StudyCardTable {
  readonly memberId: number;
  readonly questionId: number;
  /** When it was last shown to them, rated or not. */
  readonly metOn: Day;
  /** This and the five after it are null until the member has rated the question. */
  readonly stability: Maybe<number>;
  readonly difficulty: Maybe<number>;
  readonly reviewedOn: Maybe<Day>;
  readonly dueOn: Maybe<Day>;
  readonly reviews: Maybe<number>;
  readonly lapses: Maybe<number>;
  /** The key points, by their ids, that they left out the last time. */
  readonly missed: ColumnType<readonly MissedPoint[], string | undefined, string>;
}
