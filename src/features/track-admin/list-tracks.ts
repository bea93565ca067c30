import type { RichText } from '../../chat/text.ts';
import type { Track } from '../../db/tables.ts';
import { tracksOfWorkspace } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import { readTrackSettings, setLines } from '../tracks/read-track-settings.ts';
import { withDeckTitles } from '../tracks/tracks-here.ts';
import type { ListedTrack } from './track-list-card.ts';

/** All of a workspace's tracks, in the order they were made. */
export async function listTracks(
  context: Context,
  workspaceId: number,
  language: Language,
): Promise<readonly ListedTrack[]> {
  const { db } = context;
  const tracks = await tracksOfWorkspace(db, workspaceId);
  const here = await withDeckTitles(db, tracks, { workspaceId, language });
  const settingsOf = await readTrackSettings(context, tracks, language);
  return here.flatMap(({ track, deck }) =>
    listed(track, deck, setLines(settingsOf(track.id), language)),
  );
}

/** A track as it is listed; none where it was removed. */
export function listed(
  track: Track,
  deck: string,
  settings: readonly RichText[] = [],
): readonly ListedTrack[] {
  const { id, status } = track;
  return status === 'removed' ? [] : [{ ...track, number: id, deck, status, settings }];
}
