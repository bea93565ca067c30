import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { PersonalData } from '../../delivery/stored-data.ts';
import { moveCounts } from './score-counts.ts';

/** A member's standing in every track: the streaks, and the points by period. */
export const standingsData: PersonalData = {
  export: async (db, { id }) => ({
    streaks: await exportStreaks(db, id),
    points: await exportPoints(db, id),
  }),
  async erase(_context, tx, { memberId }) {
    await tx.deleteFrom('streaks').where('memberId', '=', memberId).execute();
    const gone = sql`(select *, -1 as members from gone)`;
    await sql`
      with gone as (delete from scores where member_id = ${memberId} returning *)
      ${moveCounts(gone)}
    `.execute(tx);
    return {};
  },
};

export async function deleteWorkspaceStandings(tx: Db, workspaceId: number): Promise<void> {
  const tracks = sql`(select id from tracks where workspace_id = ${workspaceId})`;
  await sql`delete from streaks where track_id in ${tracks}`.execute(tx);
  await sql`delete from scores where track_id in ${tracks}`.execute(tx);
  await sql`delete from score_counts where track_id in ${tracks}`.execute(tx);
}

async function exportStreaks(db: Db, memberId: number) {
  return db
    .selectFrom('streaks')
    .select(['trackId as track', 'current', 'longest', 'freezes', 'answered'])
    .where('memberId', '=', memberId)
    .orderBy('trackId')
    .execute();
}

async function exportPoints(db: Db, memberId: number) {
  return db
    .selectFrom('scores')
    .select(['trackId as track', 'period', 'points'])
    .where('memberId', '=', memberId)
    .orderBy('trackId')
    .orderBy('period')
    .execute();
}
