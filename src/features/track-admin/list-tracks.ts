import type { Track } from '../../db/tables.ts';
import { tracksOfWorkspace } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import { NONE_AHEAD, roundsOfTracks } from '../calendar/rounds-ahead.ts';
import { readTrackSettings, setLines } from '../tracks/read-track-settings.ts';
import { type ChannelTracks, withDeckTitles } from '../tracks/tracks-here.ts';
import type { ListedTrack } from './track-list-card.ts';

/** All of a workspace's tracks, in the order they were made. */
export async function listTracks(
  context: Context,
  workspaceId: number,
  language: Language,
): Promise<readonly ListedTrack[]> {
  const tracks = await tracksOfWorkspace(context.db, workspaceId);
  const listed = await listedTracks(context, tracks, { workspaceId, language });
  const settingsOf = await readTrackSettings(context, tracks, language);
  return listed.map((one) => ({ ...one, settings: setLines(settingsOf(one.number), language) }));
}

/** A workspace's tracks as they are listed, without their settings; removed ones are left out. */
export async function listedTracks(
  context: Context,
  tracks: readonly Track[],
  where: Pick<ChannelTracks, 'workspaceId' | 'language'>,
): Promise<readonly ListedTrack[]> {
  const here = await withDeckTitles(context.db, tracks, where);
  const ahead = await roundsOfTracks(context, tracks);
  return here.flatMap(({ track, deck }, index) => {
    const { id, status } = track;
    if (status === 'removed') return [];
    const beside = { ahead: ahead[index] ?? NONE_AHEAD, settings: [] };
    return [{ ...track, number: id, deck, status, ...beside }];
  });
}
