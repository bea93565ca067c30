import type { GeneratedAlways, Selectable } from 'kysely';
import type { Maybe } from './column.ts';

/** A fault that a member reported in a question. */
export interface ReportTable {
  readonly id: GeneratedAlways<number>;
  readonly workspaceId: number;
  readonly roundId: number;
  /** Null: whoever reported it has asked to be forgotten. */
  readonly memberId: Maybe<number>;
  /** The sending of the form: one row for each, however often it is delivered. */
  readonly submission: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly closedAt: Maybe<Date>;
  readonly closedBy: Maybe<number>;
}

export type Report = Selectable<ReportTable>;
