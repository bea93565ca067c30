import { parkedCard } from '../../cards/track-parked.ts';
import { PlatformError } from '../../chat/platform.ts';
import { withLock } from '../../db/lock.ts';
import type { Track } from '../../db/tables.ts';
import { trackById } from '../../db/tracks.ts';
import { workspaceById } from '../../db/workspaces.ts';
import { Postponed } from '../../jobs/queue.ts';
import type { Context } from '../context.ts';
import { parkReason, patience } from '../rounds/on-platform.ts';
import { postPages } from '../rounds/post-once.ts';

const BUSY_ELSEWHERE_SECONDS = 2;

/**
 * Tells a track's channel once that it stopped, why, and how it goes on. Where the channel itself
 * cannot be reached, only the log tells, and the operator's status does.
 * `parking` is the id of this one parking.
 */
export async function alertManagers(
  context: Context,
  trackId: number,
  parking: string,
): Promise<void> {
  const key = `track-${trackId}-parked-${parking}`;
  const locked = await withLock(context.locks, key, async () => {
    const track = await trackById(context.db, trackId);
    if (track?.status === 'parked') await alert(context, track, key);
  });
  if (locked.busy) throw new Postponed(BUSY_ELSEWHERE_SECONDS, 'another process is at it');
}

async function alert(context: Context, track: Track, key: string): Promise<void> {
  const workspace = await workspaceById(context.db, track.workspaceId);
  const platform = context.platforms.get(workspace.platform);
  if (!platform) return;
  const place = { workspace: workspace.externalId, channel: track.channel };
  const message = parkedCard({
    language: track.language,
    number: track.id,
    reason: track.parkedReason ?? '',
  });
  try {
    await postPages(context, { platform, place, message, key });
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (!parkReason(error)) throw patience(error);
    const about = { track: track.id, reason: track.parkedReason, err: error };
    context.log.warn(about, 'a track is parked, and its channel cannot be told');
  }
}
