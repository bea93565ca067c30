import type { Db } from './connect.ts';
import type { QuizAnswer } from './tables.ts';

/**
 * Keeps what a member wrote to a question outside a round, and returns its id. A second delivery of the same form
 * finds the first.
 */
export async function saveQuizAnswer(db: Db, answer: Omit<QuizAnswer, 'id'>): Promise<number> {
  const { id } = await db
    .insertInto('quizAnswers')
    .values(answer)
    .onConflict((conflict) =>
      conflict.column('submission').doUpdateSet((eb) => ({
        submission: eb.ref('excluded.submission'),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
