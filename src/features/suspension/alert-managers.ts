import { trackById } from '../../db/tracks.ts';
import { workspaceById } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import { typedOn } from '../../delivery/typed-command.ts';
import { withLock } from '../../delivery/with-lock.ts';
import type { Language } from '../../domain/language.ts';
import { platformHere } from '../rounds/running.ts';
import { tellManagers } from '../tracks/tell-managers.ts';
import { suspendedCard, suspendedElsewhereCard } from './suspended-card.ts';

/**
 * Tells a track's channel once that it stopped, why, and how it goes on; where the channel cannot be
 * reached, whoever set the track up last. The log and the operator's status tell in any case.
 * `parking` is the id of this one suspension, by the name that waiting jobs bear.
 */
export async function alertManagers(
  context: Context,
  trackId: number,
  parking: string,
): Promise<void> {
  const key = `track-${trackId}-parked-${parking}`;
  await withLock(context, key, async () => {
    const track = await trackById(context.db, trackId);
    if (track?.status !== 'parked') return;
    const workspace = await workspaceById(context.db, track.workspaceId);
    const platform = await platformHere(context, workspace.platform);
    const facts = (language: Language) => ({
      ...{ language, typed: typedOn(platform, context.commands, language), number: track.id },
      ...{ reason: track.parkedReason ?? '', refusal: track.parkedDetail ?? undefined },
    });
    const where = { channel: track.channel, workspace: workspace.name };
    await tellManagers(context, {
      ...{ track, workspace, platform, key },
      inChannel: suspendedCard(facts(track.language)),
      elsewhere: (language) => suspendedElsewhereCard({ ...facts(language), ...where }),
    });
  });
}
