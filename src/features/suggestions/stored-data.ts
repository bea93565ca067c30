import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Erasure, PersonalData } from '../../delivery/stored-data.ts';

/** What a member suggested, reported and decided, and when they were told that something waits for them. */
export const suggestionsData: PersonalData = {
  export: async (db, { id }) => ({
    // People may keep exports side by side, so a list stays under the name it had in the first ones.
    proposals: await exportSuggestions(db, id),
    reports: await exportReports(db, id),
    managerNotices: await exportNotices(db, id),
  }),
  async erase(_context, tx, erasure) {
    await blankContributions(tx, erasure);
    await blankDecisions(tx, erasure);
    await tx.deleteFrom('managerNotices').where('memberId', '=', erasure.memberId).execute();
    return {};
  },
};

export async function deleteWorkspaceSuggestions(tx: Db, workspaceId: number): Promise<void> {
  await sql`
    delete from manager_notices using members
    where members.id = manager_notices.member_id and members.workspace_id = ${workspaceId}
  `.execute(tx);
  await tx.deleteFrom('reports').where('workspaceId', '=', workspaceId).execute();
  await tx.deleteFrom('proposals').where('workspaceId', '=', workspaceId).execute();
}

/** What a member suggested for the team's deck, oldest first. */
async function exportSuggestions(db: Db, memberId: number) {
  return db
    .selectFrom('proposals')
    .select(['question', 'answer', 'topic', 'difficulty', 'language', 'status', 'createdAt'])
    .select(['decidedAt', 'reason'])
    .where('memberId', '=', memberId)
    .orderBy('id')
    .execute();
}

/** What a member reported as wrong, oldest first. */
async function exportReports(db: Db, memberId: number) {
  return db
    .selectFrom('reports')
    .select(['roundId', 'text', 'createdAt', 'closedAt'])
    .where('memberId', '=', memberId)
    .orderBy('id')
    .execute();
}

/** When a member was told last that something waits for their decision. */
async function exportNotices(db: Db, memberId: number) {
  const notices = db.selectFrom('managerNotices').select('toldAt');
  return notices.where('memberId', '=', memberId).execute();
}

/**
 * Takes words and author out of what a member brought in, and closes what was open of it. The empty
 * rows stay, so that a form delivered once more brings nothing back.
 */
async function blankContributions(tx: Db, { memberId, at }: Erasure): Promise<void> {
  const nothing = { memberId: null, question: '', answer: '', reason: null, toldAt: at };
  await tx
    .updateTable('proposals')
    .set({ ...nothing, decidedAt: sql`coalesce(decided_at, ${at})` })
    .set('status', sql`case status when 'open' then 'declined' else status end`)
    .where('memberId', '=', memberId)
    .execute();
  await tx
    .updateTable('reports')
    .set({ memberId: null, text: '', closedAt: sql`coalesce(closed_at, ${at})` })
    .where('memberId', '=', memberId)
    .execute();
}

/** What a member decided stays so; by whom, and in what words, is gone. */
async function blankDecisions(tx: Db, { memberId }: Erasure): Promise<void> {
  await tx
    .updateTable('proposals')
    .set({ decidedBy: null, reason: null })
    .where('decidedBy', '=', memberId)
    .execute();
  await tx
    .updateTable('reports')
    .set({ closedBy: null })
    .where('closedBy', '=', memberId)
    .execute();
}
