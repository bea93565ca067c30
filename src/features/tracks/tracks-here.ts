import type { Db } from '../../db/connect.ts';
import { decksFor } from '../../db/decks.ts';
import type { Track } from '../../db/tables.ts';
import { tracksInChannel, tracksOfWorkspace } from '../../db/tracks.ts';
import type { Language } from '../../domain/language.ts';
import { deckTitle } from './track-facts.ts';

export interface ChannelTracks {
  readonly workspaceId: number;
  readonly channel: string;
  /** One track by its number; it must be the workspace's. */
  readonly trackId?: number;
  /** For the decks' titles. */
  readonly language: Language;
}

export interface TrackHere {
  readonly track: Track;
  /** The titles of its decks. */
  readonly deck: string;
}

/** The tracks a member means: the one named, else the channel's, else all of the workspace's. */
export async function tracksHere(db: Db, where: ChannelTracks): Promise<readonly TrackHere[]> {
  return titled(db, where.workspaceId, where.language, await meant(db, where));
}

/** Tracks of a workspace with the titles of their decks. */
export async function titled(
  db: Db,
  workspaceId: number,
  language: Language,
  tracks: readonly Track[],
): Promise<readonly TrackHere[]> {
  const decks = await decksFor(db, workspaceId);
  const titles = new Map(decks.map((deck) => [deck.id, deckTitle(deck, language)]));
  return tracks.map((track) => ({
    track,
    deck: track.deckIds.map((id) => titles.get(id) ?? '?').join(' + '),
  }));
}

async function meant(db: Db, where: ChannelTracks): Promise<readonly Track[]> {
  const { workspaceId, channel, trackId } = where;
  if (trackId !== undefined) {
    const all = await tracksOfWorkspace(db, workspaceId);
    return all.filter((track) => track.id === trackId);
  }
  const here = await tracksInChannel(db, workspaceId, channel);
  return here.length > 0 ? here : tracksOfWorkspace(db, workspaceId);
}
