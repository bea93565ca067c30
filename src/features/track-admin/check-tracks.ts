import type { Workspace } from '../../db/tables.ts';
import { type PlacedTrack, tracksOfWorkspace } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import { inspectTrack } from '../tracks/inspect-track.ts';
import { trackSettings } from '../tracks/read-track-settings.ts';
import { listedTracks } from './list-tracks.ts';
import type { InspectedTrack } from './track-check-card.ts';
import { SHOWN_TRACKS } from './track-list-card.ts';

/**
 * A workspace's tracks with what would keep each from asking now, as many as are shown. The platform is asked about
 * one after the other: a check is in no hurry, and it has to leave the posts of rounds their turn.
 */
export async function checkTracks(
  context: Context,
  workspace: Workspace,
  language: Language,
): Promise<readonly InspectedTrack[]> {
  const tracks = await tracksOfWorkspace(context.db, workspace.id);
  const shown = tracks.slice(0, SHOWN_TRACKS);
  const where = { workspaceId: workspace.id, language };
  const checked: InspectedTrack[] = [];
  for (const listed of await listedTracks(context, shown, where)) {
    const track = shown.find(({ id }) => id === listed.number);
    if (!track) continue;
    const placed = { track, workspace };
    const ofSettings = await checkSettings(context, placed, language);
    checked.push({ ...listed, faults: await inspectTrack(context, placed), ofSettings });
  }
  return checked;
}

async function checkSettings(
  context: Context,
  placed: PlacedTrack,
  language: Language,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const setting of trackSettings(context)) {
    faults.push(...((await setting.check?.(context, placed, language)) ?? []));
  }
  return faults;
}
