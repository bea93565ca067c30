import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';

/** Nothing of it is about a member: what a digest says of people is read when it is posted. */
export async function deleteWorkspaceDigests(tx: Db, workspaceId: number): Promise<void> {
  await sql`
    delete from claimed_digests using tracks
    where tracks.id = claimed_digests.track_id and tracks.workspace_id = ${workspaceId}
  `.execute(tx);
  await sql`
    delete from track_digests using tracks
    where tracks.id = track_digests.track_id and tracks.workspace_id = ${workspaceId}
  `.execute(tx);
}
