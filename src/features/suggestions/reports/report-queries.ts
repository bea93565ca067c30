import type { Db } from '../../../db/connect.ts';
import type { Report } from '../../../db/tables.ts';

export type NewReport = Pick<
  Report,
  'workspaceId' | 'roundId' | 'memberId' | 'submission' | 'text' | 'createdAt'
>;

/** Keeps a report; undefined where this sending of the form is known already. */
export async function insertReport(db: Db, report: NewReport): Promise<Report | undefined> {
  return db
    .insertInto('reports')
    .values(report)
    .onConflict((conflict) => conflict.column('submission').doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** A workspace's reports that nobody has seen to, oldest first. */
export async function openReports(db: Db, workspaceId: number): Promise<readonly Report[]> {
  return db
    .selectFrom('reports')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('closedAt', 'is', null)
    .orderBy('id')
    .execute();
}

/** Marks a workspace's report as seen to; false where it was already, or is none of this workspace's. */
export async function closeReport(
  db: Db,
  report: Pick<Report, 'id' | 'workspaceId'>,
  by: { readonly memberId: number; readonly at: Date },
): Promise<boolean> {
  const closed = await db
    .updateTable('reports')
    .set({ closedAt: by.at, closedBy: by.memberId })
    .where('id', '=', report.id)
    .where('workspaceId', '=', report.workspaceId)
    .where('closedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return closed !== undefined;
}
