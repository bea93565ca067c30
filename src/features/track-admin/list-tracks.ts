import type { Track } from '../../db/tables.ts';
import { tracksOfWorkspace } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import { withDeckTitles } from '../tracks/tracks-here.ts';
import type { ListedTrack } from './track-list-card.ts';

/** All of a workspace's tracks, in the order they were made. */
export async function listTracks(
  { db }: Context,
  workspaceId: number,
  language: Language,
): Promise<readonly ListedTrack[]> {
  const tracks = await tracksOfWorkspace(db, workspaceId);
  const here = await withDeckTitles(db, tracks, { workspaceId, language });
  return here.flatMap(({ track, deck }) => listed(track, deck));
}

/** A track as it is listed; none where it was removed. */
export function listed(track: Track, deck: string): readonly ListedTrack[] {
  const { id, status } = track;
  return status === 'removed' ? [] : [{ ...track, number: id, deck, status }];
}
