import type { Db } from '../../db/connect.ts';
import { tracksInChannel, tracksOfWorkspace } from '../../db/tracks.ts';

/** The time zone by which days are counted here: of the channel's track, else of the workspace's first one. */
export async function zoneHere(
  db: Db,
  { workspaceId, channel }: { readonly workspaceId: number; readonly channel: string },
): Promise<string> {
  const [here] = await tracksInChannel(db, workspaceId, channel);
  const [first] = here ? [here] : await tracksOfWorkspace(db, workspaceId);
  return first?.timezone ?? 'UTC';
}
