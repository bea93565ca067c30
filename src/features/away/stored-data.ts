import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { PersonalData } from '../../delivery/stored-data.ts';
import { isoDay } from '../../domain/day.ts';

/** The days on which a member was or will be away. */
export const awayData: PersonalData = {
  export: async (db, { id }) => ({ away: await exportAway(db, id) }),
  async erase(_context, tx, { memberId }) {
    await tx.deleteFrom('awayDays').where('memberId', '=', memberId).execute();
    return {};
  },
};

export async function deleteWorkspaceAway(tx: Db, workspaceId: number): Promise<void> {
  await sql`
    delete from away_days using members
    where members.id = away_days.member_id and members.workspace_id = ${workspaceId}
  `.execute(tx);
}

/** All that were ever announced, the revoked ones included: they may have excused a round. */
async function exportAway(db: Db, memberId: number) {
  const rows = await db
    .selectFrom('awayDays')
    .select(['fromDay', 'untilDay', 'announcedAt', 'revokedAt'])
    .where('memberId', '=', memberId)
    .orderBy('id')
    .execute();
  return rows.map(({ fromDay, untilDay, ...rest }) => ({
    from: isoDay(fromDay),
    until: isoDay(untilDay),
    ...rest,
  }));
}
