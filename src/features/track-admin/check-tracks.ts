import type { Workspace } from '../../db/tables.ts';
import { type PlacedTrack, tracksOfWorkspace } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import { icsOfTracks } from '../calendar/ics/track-calendars.ts';
import { inspectTrack } from '../tracks/inspect-track.ts';
import { trackSettings } from '../tracks/read-track-settings.ts';
import { findHeldUp } from './held-up.ts';
import { listedTracks } from './list-tracks.ts';
import type { CheckedPlace, InspectedTrack } from './track-check-card.ts';
import { SHOWN_TRACKS } from './track-list-card.ts';

/**
 * A workspace's tracks with what would keep each from asking now and what is held up, as many as are shown. The
 * platform is asked about one after the other: a check is in no hurry, and it has to leave the posts of rounds their
 * turn.
 */
export async function checkTracks(
  context: Context,
  workspace: Workspace,
  language: Language,
): Promise<Pick<CheckedPlace, 'tracks' | 'unchecked'>> {
  const tracks = await tracksOfWorkspace(context.db, workspace.id);
  const shown = tracks.slice(0, SHOWN_TRACKS);
  const ids = shown.map(({ id }) => id);
  const heldUp = await findHeldUp(context, ids);
  const calendars = await icsOfTracks(context.db, ids);
  const where = { workspaceId: workspace.id, language };
  const checked: InspectedTrack[] = [];
  for (const listed of await listedTracks(context, shown, where)) {
    const track = shown.find(({ id }) => id === listed.number);
    if (!track) continue;
    const placed = { track, workspace };
    checked.push({
      ...listed,
      faults: await inspectTrack(context, placed),
      ofSettings: await checkSettings(context, placed, language),
      heldUp: heldUp.filter(({ trackId }) => trackId === track.id),
      calendar: calendars.get(track.id),
    });
  }
  return { tracks: checked, unchecked: tracks.length - shown.length };
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
