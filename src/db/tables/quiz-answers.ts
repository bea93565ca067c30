import type { Generated, Selectable } from 'kysely';

/** What a member wrote to a question outside a round: in a quiz, or after the reveal. */
export interface QuizAnswerTable {
  readonly id: Generated<number>;
  readonly memberId: number;
  readonly questionId: number;
  /** The sending of the form: one row for each, however often it is delivered. */
  readonly submission: string;
  readonly text: string;
  readonly answeredAt: Date;
}

export type QuizAnswer = Selectable<QuizAnswerTable>;
