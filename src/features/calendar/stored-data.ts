import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';

export async function deleteWorkspaceCalendars(tx: Db, workspaceId: number): Promise<void> {
  await sql`
    delete from track_calendars using tracks
    where tracks.id = track_calendars.track_id and tracks.workspace_id = ${workspaceId}
  `.execute(tx);
  await sql`
    delete from skipped_days using tracks
    where tracks.id = skipped_days.track_id and tracks.workspace_id = ${workspaceId}
  `.execute(tx);
}
