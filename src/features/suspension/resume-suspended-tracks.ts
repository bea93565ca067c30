import { PlatformError } from '../../chat/platform.ts';
import type { Track, Workspace } from '../../db/tables.ts';
import { suspendedTracks } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { isSeenByCheck } from '../../domain/suspend-reason.ts';
import { resumeTrack } from './resume-track.ts';

/**
 * Looks whether what suspended a track has been mended, a permission granted again or a channel brought
 * back, and resumes it. Nothing is posted to find out, so what only a post meets with waits for a person.
 */
export async function resumeSuspendedTracks(context: Context): Promise<void> {
  for (const { track, workspace } of await suspendedTracks(context.db)) {
    if (await isMended(context, track, workspace)) {
      await resumeTrack(context, track.id, 'itself');
      context.log.info(
        { track: track.id, reason: track.suspendedReason },
        'resumed a mended track',
      );
    }
  }
}

async function isMended(
  { platforms, log }: Context,
  track: Track,
  workspace: Workspace,
): Promise<boolean> {
  const platform = platforms.get(workspace.platform);
  if (!platform || !isSeenByCheck(track.suspendedReason ?? '')) return false;
  try {
    const place = { workspace: workspace.externalId, channel: track.channel };
    return (await platform.missingPermissions(place)).length === 0;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    log.debug({ track: track.id, code: error.fault.code }, 'a suspended track is not mended yet');
    return false;
  }
}
