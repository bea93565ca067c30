import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { PersonalData } from '../../delivery/stored-data.ts';

/** What a member said is in an answer of theirs. Their wordings are their words, and go with them. */
export const feedbackData: PersonalData = {
  export: async (db, { id }) => ({
    contests: await db
      .selectFrom('contests')
      .innerJoin('questions', 'questions.id', 'contests.questionId')
      .select(['questions.slug as question', 'point', 'language', 'wording'])
      .select(['contestedAt', 'acceptedAt', 'declinedAt'])
      .where('memberId', '=', id)
      .orderBy('contests.id')
      .execute(),
  }),
  async erase(_context, tx, { memberId }) {
    await tx.deleteFrom('contests').where('memberId', '=', memberId).execute();
    return {};
  },
};

export async function deleteWorkspaceFeedback(tx: Db, workspaceId: number): Promise<void> {
  await tx.deleteFrom('contests').where('workspaceId', '=', workspaceId).execute();
  await sql`delete from grader_uses where workspace_id = ${workspaceId}`.execute(tx);
}
