import type { Db } from '../../db/connect.ts';
import type { Context } from '../../delivery/context.ts';
import { type Period, periodKey } from '../../domain/period.ts';
import { boardPage, type BoardRow, boardRow } from '../standings/boards.ts';
import { type Board, countBoard } from '../standings/score-counts.ts';
import { type ChannelTracks, type TrackHere, tracksHere } from '../tracks/tracks-here.ts';

interface PlacedRow extends BoardRow {
  /** From 1; equals share a place, and the next place leaves a gap. */
  readonly place: number;
}

export interface Leaderboard {
  readonly type: 'leaderboard';
  readonly at: TrackHere;
  /** The other tracks that were to choose from. */
  readonly others: readonly TrackHere[];
  readonly period: Period;
  readonly rows: readonly PlacedRow[];
  /** The caller's own row, wherever it stands; left out without a point. */
  readonly mine?: PlacedRow;
  readonly page: number;
  readonly pages: number;
}

const ROWS_A_PAGE = 10;

/**
 * A page of a track's leaderboard: the track named, else the one of the channel's or the workspace's
 * that asked last.
 */
export async function showLeaderboard(
  context: Context,
  where: ChannelTracks,
  asked: { readonly period: Period; readonly page: number; readonly memberId: number },
): Promise<Leaderboard | { readonly type: 'no-tracks' }> {
  const { db, clock } = context;
  const meant = await tracksMeant(db, where);
  if (!meant) return { type: 'no-tracks' };
  const { track } = meant.at;
  const period = periodKey(asked.period, await clock.now(db), track.timezone);
  const shown = await readBoard(db, { trackId: track.id, period }, asked);
  return { type: 'leaderboard', ...meant, period: asked.period, ...shown };
}

type ShownBoard = Pick<Leaderboard, 'rows' | 'mine' | 'page' | 'pages'>;

async function readBoard(
  db: Db,
  board: Board,
  asked: { readonly page: number; readonly memberId: number },
): Promise<ShownBoard> {
  const own = await boardRow(db, board, asked.memberId);
  const { members, ahead } = await countBoard(db, board, own?.points ?? 0);
  const pages = Math.max(1, Math.ceil(members / ROWS_A_PAGE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const offset = (page - 1) * ROWS_A_PAGE;
  const rows = await boardPage(db, board, { offset, limit: ROWS_A_PAGE });
  const before = rows[0] && page > 1 ? await countBoard(db, board, rows[0].points) : { ahead: 0 };
  const placed = placeRows(rows, before.ahead, offset);
  return { rows: placed, page, pages, ...(own && { mine: { ...own, place: ahead + 1 } }) };
}

/** The track meant, and those that were meant as well where none had been named. */
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

/** `ahead`: how many have more points than the page's first row; `offset`: how many rows precede it. */
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
    .where('trackId', 'in', [-1, ...trackIds])
    .where('status', 'in', ['open', 'closed', 'revealed'])
    .orderBy('openedAt', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst();
  return row?.trackId;
}
