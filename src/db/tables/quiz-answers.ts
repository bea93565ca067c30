import type { Generated } from 'kysely';

/** What a member wrote in a quiz. */
export interface QuizAnswerTable {
  readonly id: Generated<number>;
  readonly memberId: number;
  readonly questionId: number;
  /** The sending of the form: one row for each, however often it is delivered. */
  readonly submission: string;
  readonly text: string;
  readonly answeredAt: Date;
}
