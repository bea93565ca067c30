import type { Group } from '../../chat/group.ts';
import { type Platform, PlatformError } from '../../chat/platform.ts';
import type { PlacedTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { defineJob } from '../../jobs/job.ts';
import { markGone, markThere, type StoredGroup, storedGroup } from './stored-groups.ts';

export interface GroupGone {
  readonly trackId: number;
  readonly groupId: string;
  /** When it was found, in ms. */
  readonly at: number;
}

/** Tells those who manage a track that the group of its questions is no more. */
export const groupGoneJob = defineJob<GroupGone>('tell-group-gone');

/** Where a track stands, and by what it is reached. */
export interface ReachedTrack extends PlacedTrack {
  readonly platform: Platform;
}

/**
 * Whom a question of the track notifies; undefined: nobody. A group that is no more is left out, and those who
 * manage the track are told so once.
 */
export async function groupToNotify(
  context: Context,
  at: ReachedTrack,
): Promise<Group | undefined> {
  const stored = await storedGroup(context.db, at.track.id);
  if (!stored) return undefined;
  const found = await lookUp(context, at, stored);
  if (!found) await noteGone(context, at.track.id, stored);
  else if (stored.goneAt || found.name !== stored.name) {
    await markThere(context.db, at.track.id, found);
  }
  return found;
}

/** Where the platform does not tell, the group is taken to be there: the question must not wait for that. */
async function lookUp(
  { log }: Context,
  { track, workspace, platform }: ReachedTrack,
  { id, name }: StoredGroup,
): Promise<Group | undefined> {
  try {
    const groups = await platform.groups(workspace.externalId);
    return groups.find((group) => group.id === id);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    log.info({ track: track.id, group: id, err: error }, 'could not look for a group to notify');
    return { id, name };
  }
}

async function noteGone(context: Context, trackId: number, { id }: StoredGroup): Promise<void> {
  const group = { trackId, groupId: id };
  await inTransaction(context, async (inside) => {
    const goneAt = await markGone(inside, group);
    if (!goneAt) return;
    await inside.enqueue(inside.db, groupGoneJob, { ...group, at: goneAt.getTime() });
    inside.log.warn(group, 'the group that a track notifies is no more');
  });
}
