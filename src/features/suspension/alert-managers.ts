import { trackById } from '../../db/tracks.ts';
import { workspaceById } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import { withLock } from '../../delivery/with-lock.ts';
import type { Language } from '../../domain/language.ts';
import { platformHere } from '../rounds/running.ts';
import type { SuspensionAlert } from '../tracks/suspend-track.ts';
import { tellManagers } from '../tracks/tell-managers.ts';
import { suspendedCard, suspendedElsewhereCard } from './suspended-card.ts';

/**
 * Tells a track's channel once that it stopped, why, and how it goes on; where the channel cannot be
 * reached, whoever set the track up last. The log and the operator's status tell in any case.
 */
export async function alertManagers(context: Context, alert: SuspensionAlert): Promise<void> {
  const key = keyOf(alert);
  await withLock(context, key, async () => {
    const track = await trackById(context.db, alert.trackId);
    if (track?.status !== 'suspended') return;
    const workspace = await workspaceById(context.db, track.workspaceId);
    const platform = await platformHere(context, workspace.platform);
    const facts = (language: Language) => ({
      ...{ language, number: track.id },
      ...{ reason: track.suspendedReason ?? '', refusal: track.suspendedDetail ?? undefined },
    });
    const where = { channel: track.channel, workspace: workspace.name };
    await tellManagers(context, {
      ...{ track, workspace, platform, key },
      inChannel: suspendedCard(facts(track.language)),
      elsewhere: (language) => suspendedElsewhereCard({ ...facts(language), ...where }),
    });
  });
}

/** An alert of an earlier version keeps its key: the post may stand under it already. */
function keyOf(alert: SuspensionAlert): string {
  const { trackId } = alert;
  return 'parking' in alert
    ? `track-${trackId}-parked-${alert.parking}`
    : `track-${trackId}-suspended-${alert.suspension}`;
}
