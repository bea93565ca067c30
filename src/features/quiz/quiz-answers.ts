import type { Db } from '../../db/connect.ts';

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
