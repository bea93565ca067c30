import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { PersonalData } from '../../delivery/stored-data.ts';

/** Whether a member wants to be told of deadlines, and of which they were to be told. */
export const nudgeData: PersonalData = {
  async export(db, { id }) {
    const wanted = db.selectFrom('memberNudges').select('refusedAt').where('memberId', '=', id);
    const had = db
      .selectFrom('nudgedMembers')
      .innerJoin('rounds', 'rounds.id', 'nudgedMembers.roundId')
      .select(['rounds.trackId as track', 'rounds.number as round', 'nudgedMembers.nudgedAt'])
      .where('memberId', '=', id)
      .orderBy('nudgedMembers.roundId');
    return { privateNudges: await wanted.execute(), nudgedRounds: await had.execute() };
  },
  async erase(_context, tx, { memberId }) {
    await tx.deleteFrom('nudgedMembers').where('memberId', '=', memberId).execute();
    await tx.deleteFrom('memberNudges').where('memberId', '=', memberId).execute();
    return {};
  },
};

export async function deleteWorkspaceNudges(tx: Db, workspaceId: number): Promise<void> {
  await sql`
    delete from nudged_members using members
    where members.id = nudged_members.member_id and members.workspace_id = ${workspaceId}
  `.execute(tx);
  await sql`
    delete from member_nudges using members
    where members.id = member_nudges.member_id and members.workspace_id = ${workspaceId}
  `.execute(tx);
  await sql`
    delete from nudged_rounds using rounds, tracks
    where rounds.id = nudged_rounds.round_id and tracks.id = rounds.track_id
      and tracks.workspace_id = ${workspaceId}
  `.execute(tx);
  await sql`
    delete from track_nudges using tracks
    where tracks.id = track_nudges.track_id and tracks.workspace_id = ${workspaceId}
  `.execute(tx);
}
