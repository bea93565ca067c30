import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Member } from '../../db/tables.ts';
import type { PersonalData } from '../../delivery/stored-data.ts';
import { textIn } from '../decks/question-facts.ts';

/** What a member wrote in quizzes. */
export const quizData: PersonalData = {
  export: async (db, member) => ({ quizAnswers: await exportQuizAnswers(db, member) }),
  async erase(_context, tx, { memberId }) {
    await tx.deleteFrom('quizAnswers').where('memberId', '=', memberId).execute();
    return {};
  },
};

export async function deleteWorkspaceQuizAnswers(tx: Db, workspaceId: number): Promise<void> {
  await sql`
    delete from quiz_answers using members
    where members.id = quiz_answers.member_id and members.workspace_id = ${workspaceId}
  `.execute(tx);
}

/** Every quiz answer of a member with its question, oldest first. */
async function exportQuizAnswers(db: Db, member: Member) {
  const answers = await db
    .selectFrom('quizAnswers')
    .innerJoin('questions', 'questions.id', 'quizAnswers.questionId')
    .select(['quizAnswers.text', 'quizAnswers.answeredAt', 'questions.body'])
    .where('quizAnswers.memberId', '=', member.id)
    .orderBy('quizAnswers.id')
    .execute();
  return answers.map(({ text, answeredAt, body }) => ({
    question: textIn(body, member.language ?? 'en').question,
    text,
    answeredAt,
  }));
}
