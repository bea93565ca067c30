import type { Db } from '../../db/connect.ts';

/** Keeps an answer to a quiz question; a second delivery of the same form changes nothing. */
export async function saveQuizAnswer(
  db: Db,
  answer: {
    readonly memberId: number;
    readonly questionId: number;
    readonly submission: string;
    readonly text: string;
    readonly answeredAt: Date;
  },
): Promise<void> {
  await db
    .insertInto('quizAnswers')
    .values(answer)
    .onConflict((conflict) => conflict.column('submission').doNothing())
    .execute();
}

/** The questions a member met in quizzes, newest last. */
export async function quizzedQuestions(db: Db, memberId: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('quizAnswers')
    .select('questionId')
    .where('memberId', '=', memberId)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.questionId);
}
