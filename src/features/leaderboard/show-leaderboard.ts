import type { Db } from '../../db/connect.ts';
import { orNone } from '../../db/or-none.ts';
import type { Context } from '../../delivery/context.ts';
import { type Period, periodKey } from '../../domain/period.ts';
import { type BoardRow, readBoard, ROWS_A_PAGE } from '../standings/boards.ts';
import type { Board } from '../standings/score-counts.ts';
import { type ChannelTracks, type TrackHere, tracksHere } from '../tracks/tracks-here.ts';

interface PlacedRow extends BoardRow {
  /** From 1; equals share a place, and the next place leaves a gap. */
  readonly place: number;
}

/** What is asked for: a page of a period's board, and by whom. */
export interface AskedPage {
  readonly period: Period;
  readonly page: number;
  readonly memberId: number;
}

interface Leaderboard {
  readonly type: 'leaderboard';
  readonly at: TrackHere;
  /** The other tracks of the channel or workspace. */
  readonly others: readonly TrackHere[];
  readonly period: Period;
  /** When it was read. */
  readonly now: Date;
  readonly rows: readonly PlacedRow[];
  /** The caller's own row, wherever it stands; left out without a point. */
  readonly mine?: PlacedRow;
  readonly page: number;
  readonly pages: number;
}

export type ShownLeaderboard = Leaderboard | { readonly type: 'no-tracks' };

/**
 * A page of a track's leaderboard: the track named, else the one of the channel's or the workspace's
 * that asked last.
 */
export async function showLeaderboard(
  context: Context,
  where: ChannelTracks,
  asked: AskedPage,
): Promise<ShownLeaderboard> {
  const { db, clock } = context;
  const [meant, now] = await Promise.all([tracksMeant(db, where), clock.now(db)]);
  if (!meant) return { type: 'no-tracks' };
  const { track } = meant.at;
  const period = periodKey(asked.period, now, track.timezone);
  const shown = await showBoard(db, { trackId: track.id, period }, asked);
  return { type: 'leaderboard', ...meant, period: asked.period, now, ...shown };
}

interface ShownBoard extends Pick<Leaderboard, 'rows' | 'mine' | 'page' | 'pages'> {
  /** How many have points. */
  readonly members: number;
}

/** A page of a board of any period, with the place of the member who asks, if one does. */
export async function showBoard(
  db: Db,
  board: Board,
  { memberId, page: asked }: Pick<AskedPage, 'page' | 'memberId'>,
): Promise<ShownBoard> {
  const read = (page: number) => readBoard(db, board, { memberId, page });
  const first = Math.max(1, asked);
  const found = await read(first);
  const pages = Math.max(1, Math.ceil(found.members / ROWS_A_PAGE));
  // A board may have become shorter since its page was turned.
  const page = Math.min(first, pages);
  const { rows, own, aheadOfOwn, aheadOfRows, members } = page === first ? found : await read(page);
  const placed = placeRows(rows, aheadOfRows, (page - 1) * ROWS_A_PAGE);
  return {
    rows: placed,
    page,
    pages,
    members,
    ...(own && { mine: { ...own, place: aheadOfOwn + 1 } }),
  };
}

/** The track that was named, or the one that asked last; and the other tracks of the channel or workspace. */
async function tracksMeant(
  db: Db,
  { workspaceId, channel, language, trackId }: ChannelTracks,
): Promise<Pick<Leaderboard, 'at' | 'others'> | undefined> {
  const tracks = await tracksHere(db, { workspaceId, channel, language });
  const at =
    trackId === undefined
      ? await newestAsking(db, tracks)
      : (await tracksHere(db, { workspaceId, channel, language, trackId }))[0];
  return at && { at, others: tracks.filter(({ track }) => track.id !== at.track.id) };
}

async function newestAsking(db: Db, tracks: readonly TrackHere[]): Promise<TrackHere | undefined> {
  if (tracks.length < 2) return tracks[0];
  const last = await trackAskedLast(
    db,
    tracks.map(({ track }) => track.id),
  );
  return tracks.find(({ track }) => track.id === last) ?? tracks[0];
}

/** Gives rows their places. `ahead` members have more points than the first row; `offset` rows precede it. */
function placeRows(rows: readonly BoardRow[], ahead: number, offset: number): readonly PlacedRow[] {
  let place = ahead + 1;
  return rows.map((row, index) => {
    const before = rows[index - 1];
    if (before && before.points > row.points) place = offset + index + 1;
    return { ...row, place };
  });
}

/** Which of these tracks asked last; a claimed round has asked nothing yet. */
async function trackAskedLast(db: Db, trackIds: readonly number[]): Promise<number | undefined> {
  const row = await db
    .selectFrom('rounds')
    .select('trackId')
    .where('trackId', 'in', orNone(trackIds))
    .where('status', 'in', ['open', 'closed', 'revealed'])
    .orderBy('openedAt', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst();
  return row?.trackId;
}
