import type { GeneratedAlways, Selectable } from 'kysely';
import type { Correction } from '../../domain/streak.ts';
import type { Maybe } from './column.ts';

/** What someone who manages a track changed about a closed round. Rows are only added. */
export interface CorrectionTable {
  readonly id: GeneratedAlways<number>;
  readonly roundId: number;
  readonly type: Correction['type'];
  /** Whose late answer counts; null where the round counts for nobody. */
  readonly memberId: Maybe<number>;
  readonly reason: string;
  /** Null: the operator, or someone who was forgotten. */
  readonly madeBy: Maybe<number>;
  readonly madeAt: Date;
  /** The correction that this row takes back; it is taken back once. */
  readonly takesBack: Maybe<number>;
}

export type CorrectionRow = Selectable<CorrectionTable>;
