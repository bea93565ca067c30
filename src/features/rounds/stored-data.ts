import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';

export async function deleteWorkspaceRounds(tx: Db, workspaceId: number): Promise<void> {
  await sql`
    delete from rounds using tracks
    where tracks.id = rounds.track_id and tracks.workspace_id = ${workspaceId}
  `.execute(tx);
}
