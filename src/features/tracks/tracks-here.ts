import { sql } from 'kysely';
import { builtOnce, type InputOf } from '../../db/built-once.ts';
import type { Db } from '../../db/connect.ts';
import { decksFor } from '../../db/decks.ts';
import { prepared } from '../../db/prepared.ts';
import { isRowId } from '../../db/row-id.ts';
import type { DeckRow, Track } from '../../db/tables.ts';
import { TRACK_COLUMNS } from '../../db/tables/tracks.ts';
import type { Language } from '../../domain/language.ts';
import { deckTitles, type TitledDeck } from '../decks/titles.ts';

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
  const { trackId = null } = where;
  if (trackId !== null && !isRowId(trackId)) return [];
  const rows = await meant(db, { ...where, trackId });
  return rows.map(({ decks, ...track }) => ({
    track,
    deck: deckTitles(track.deckIds, decks ?? [], where.language),
  }));
}

/** Tracks of a workspace with the titles of their decks. */
export async function withDeckTitles(
  db: Db,
  tracks: readonly Track[],
  { workspaceId, language }: Pick<ChannelTracks, 'workspaceId' | 'language'>,
): Promise<readonly TrackHere[]> {
  return titled(tracks, await decksFor(db, workspaceId), language);
}

const titled = (
  tracks: readonly Track[],
  decks: readonly DeckRow[],
  language: Language,
): readonly TrackHere[] =>
  tracks.map((track) => ({ track, deck: deckTitles(track.deckIds, decks, language) }));

export interface TrackWithDecks {
  readonly track: Pick<Track, 'id' | 'cron' | 'deckIds'>;
  readonly decks: readonly TitledDeck[];
}

/** The tracks of a workspace with their decks in one statement, for what is asked at every keystroke. */
export async function tracksWithDecks(
  db: Db,
  workspaceId: number,
): Promise<readonly TrackWithDecks[]> {
  const rows = await db
    .selectFrom('tracks')
    .leftJoin('decks', (join) =>
      join
        .on((eb) => eb('decks.id', '=', eb.fn.any('tracks.deckIds')))
        .on('decks.removedAt', 'is', null),
    )
    .select(['tracks.id', 'tracks.cron', 'tracks.deckIds'])
    .select(['decks.id as deckId', 'decks.name', 'decks.title'])
    .where('tracks.workspaceId', '=', workspaceId)
    .where('tracks.status', '!=', 'removed')
    .orderBy('tracks.id')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, [first, ...rest]]) =>
    first ? [{ track: { ...first, id }, decks: [first, ...rest].flatMap(deckOf) }] : [],
  );
}

interface JoinedDeck {
  readonly deckId: number | null;
  readonly name: string | null;
  readonly title: DeckRow['title'] | null;
}

function deckOf({ deckId, name, title }: JoinedDeck): readonly TitledDeck[] {
  return deckId === null || name === null || title === null ? [] : [{ id: deckId, name, title }];
}

interface Meant {
  readonly workspaceId: number;
  readonly channel: string;
  readonly trackId: number | null;
}

/** The tracks that may be meant, with their decks, in one statement. */
const meant = builtOnce((db, given: InputOf<Meant>) =>
  db
    .selectFrom('tracks')
    .modifyFront(prepared)
    .select(TRACK_COLUMNS)
    .select((eb) =>
      eb
        .selectFrom('decks')
        .select(
          sql<readonly TitledDeck[] | null>`
          json_agg(json_build_object('id', decks.id, 'name', decks.name, 'title', decks.title))
        `.as('decks'),
        )
        .where((deck) => deck('decks.id', '=', deck.fn.any('tracks.deckIds')))
        .where('decks.removedAt', 'is', null)
        .as('decks'),
    )
    .where('workspaceId', '=', given('workspaceId'))
    .where('status', '!=', 'removed')
    .where(
      sql<boolean>`
      case when ${given('trackId')}::integer is not null then tracks.id = ${given('trackId')}
      else channel = ${given('channel')} or not exists (
        select from tracks where workspace_id = ${given('workspaceId')}
          and channel = ${given('channel')} and status <> 'removed'
      ) end
    `,
    )
    .orderBy('tracks.id'),
);
