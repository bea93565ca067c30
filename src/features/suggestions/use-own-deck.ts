import type { Db } from '../../db/connect.ts';
import { questionPool } from '../../db/decks.ts';
import type { Track } from '../../db/tables.ts';
import { tracksOfWorkspace, updateTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { type TrackGone, withTrack } from '../tracks/with-track.ts';
import { findOwnDeck } from './own-deck.ts';

/** Which of a workspace's tracks take questions from its own deck. */
export interface OwnDeckUse {
  readonly asking: readonly Track[];
  readonly lacking: readonly Track[];
}

export async function ownDeckUse(db: Db, workspaceId: number): Promise<OwnDeckUse> {
  const deck = await findOwnDeck(db, workspaceId);
  const tracks = await tracksOfWorkspace(db, workspaceId);
  const asks = ({ deckIds }: Track): boolean => deck !== undefined && deckIds.includes(deck.id);
  return { asking: tracks.filter(asks), lacking: tracks.filter((track) => !asks(track)) };
}

export type DeckAdded =
  /** `fits`: the deck holds a question that the track's language, topics and difficulties let through. */
  | { readonly type: 'added'; readonly track: Track; readonly fits: boolean }
  /** The track had the deck before; nothing was changed. */
  | { readonly type: 'already' }
  | TrackGone;

/** Puts the workspace's own deck beside the decks that a track has. */
export async function addOwnDeck(context: Context, trackId: number): Promise<DeckAdded> {
  return withTrack(context, trackId, async ({ db, log }, { id, workspaceId, deckIds }) => {
    const deck = await findOwnDeck(db, workspaceId);
    if (!deck) return { type: 'gone' };
    if (deckIds.includes(deck.id)) return { type: 'already' };
    const track = await updateTrack(db, id, { deckIds: [...deckIds, deck.id] });
    log.info({ track: id, deck: deck.id }, 'added the team’s deck to a track');
    const fitting = await questionPool(db, { ...track, deckIds: [deck.id] });
    return { type: 'added', track, fits: fitting.length > 0 };
  });
}
