import { parkedCard, parkedElsewhereCard } from '../../cards/track-parked.ts';
import { typedOn } from '../../cards/typed-command.ts';
import { PlatformError, type Platform } from '../../chat/platform.ts';
import { memberById } from '../../db/members.ts';
import type { Track, Workspace } from '../../db/tables.ts';
import { trackById } from '../../db/tracks.ts';
import { workspaceById } from '../../db/workspaces.ts';
import { alone } from '../alone.ts';
import type { Context } from '../context.ts';
import { writeToMember } from '../members/write-to-member.ts';
import { parkReason, patience } from '../platform-faults.ts';
import { postPages } from '../post-once.ts';

interface Alert {
  readonly track: Track;
  readonly workspace: Workspace;
  readonly platform: Platform;
  readonly key: string;
}

/**
 * Tells a track's channel once that it stopped, why, and how it goes on; where the channel cannot be
 * reached, whoever set the track up last. The log and the operator's status tell in any case.
 * `parking` is the id of this one parking.
 */
export async function alertManagers(
  context: Context,
  trackId: number,
  parking: string,
): Promise<void> {
  const key = `track-${trackId}-parked-${parking}`;
  await alone(context, key, async () => {
    const track = await trackById(context.db, trackId);
    if (track?.status !== 'parked') return;
    const workspace = await workspaceById(context.db, track.workspaceId);
    const platform = context.platforms.get(workspace.platform);
    if (!platform) return;
    const alert = { track, workspace, platform, key };
    if (!(await tellChannel(context, alert))) await tellManager(context, alert);
  });
}

/** Answers whether the channel took it. */
async function tellChannel(
  context: Context,
  { track, workspace, platform, key }: Alert,
): Promise<boolean> {
  const place = { workspace: workspace.externalId, channel: track.channel };
  const { language, id: number, parkedReason } = track;
  const message = parkedCard({
    language,
    number,
    reason: parkedReason ?? '',
    typed: typedOn(platform.name, language),
  });
  try {
    await postPages(context, { platform, place, message, key });
    return true;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (!parkReason(error)) throw patience(error);
    const about = { track: track.id, reason: track.parkedReason, err: error };
    context.log.warn(about, 'a track is parked, and its channel cannot be told');
    return false;
  }
}

/** Who set a track up on the command line, or is forgotten, is nobody to write to. */
async function tellManager(
  context: Context,
  { track, workspace, platform, key }: Alert,
): Promise<void> {
  if (track.managedBy === null) return;
  const member = await memberById(context.db, track.managedBy);
  const language = member.language ?? track.language;
  const message = parkedElsewhereCard({
    ...{ language, typed: typedOn(platform.name, language), number: track.id },
    ...{ reason: track.parkedReason ?? '', channel: track.channel, workspace: workspace.name },
  });
  await writeToMember(context, { platform, workspace, member, message, key: `${key}-direct` });
}
