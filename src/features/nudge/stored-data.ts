import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';

export async function deleteWorkspaceNudges(tx: Db, workspaceId: number): Promise<void> {
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
