import type { Generated } from 'kysely';
import type { Json } from './column.ts';

/** What a member typed and has not sent for good. */
export interface DraftTable {
  /** Unguessable: a button bears it. */
  readonly id: string;
  readonly memberId: number;
  /** Only the feature that keeps it reads it. */
  readonly body: Json<object>;
  readonly createdAt: Generated<Date>;
}
