import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { PersonalData } from '../../delivery/stored-data.ts';
import { isoDay } from '../../domain/day.ts';
import { deleteWorkspaceOutcomes, outcomeData } from './outcome/stored-outcomes.ts';

/** The days that a member prepares for, and how they went. */
export const interviewData: PersonalData = {
  export: async (db, member) => ({
    interviews: await exportInterviews(db, member.id),
    ...(await outcomeData.export(db, member)),
  }),
  async erase(context, tx, erasure) {
    const { memberId } = erasure;
    await outcomeData.erase(context, tx, erasure);
    await tx.deleteFrom('interviews').where('memberId', '=', memberId).execute();
    return {};
  },
};

export async function deleteWorkspaceInterviews(tx: Db, workspaceId: number): Promise<void> {
  await deleteWorkspaceOutcomes(tx, workspaceId);
  await sql`
    delete from interviews using members
    where members.id = interviews.member_id and members.workspace_id = ${workspaceId}
  `.execute(tx);
}

async function exportInterviews(db: Db, memberId: number) {
  const rows = await db
    .selectFrom('interviews')
    .leftJoin('decks', 'decks.id', 'interviews.deckId')
    .select(['interviews.onDay', 'interviews.name', 'decks.name as deck'])
    .where('interviews.memberId', '=', memberId)
    .orderBy('interviews.onDay')
    .execute();
  return rows.map(({ onDay, ...row }) => ({ on: isoDay(onDay), ...row }));
}
