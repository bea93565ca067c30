import type { Db } from '../../db/connect.ts';
import type { Context } from '../../delivery/context.ts';
import { type Period, periodKey } from '../../domain/period.ts';
import { boardPage, type BoardRow, boardRow, countAhead, countBoard } from '../standings/boards.ts';
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
  const at = await trackMeant(db, where);
  if (!at) return { type: 'no-tracks' };
  const period = periodKey(asked.period, await clock.now(db), at.track.timezone);
  const board = { trackId: at.track.id, period };
  const pages = Math.max(1, Math.ceil((await countBoard(db, board)) / ROWS_A_PAGE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const offset = (page - 1) * ROWS_A_PAGE;
  const rows = await boardPage(db, board, { offset, limit: ROWS_A_PAGE });
  const ahead = rows[0] ? await countAhead(db, board, rows[0].points) : 0;
  const own = await boardRow(db, board, asked.memberId);
  const mine = own && { ...own, place: (await countAhead(db, board, own.points)) + 1 };
  const placed = placeRows(rows, ahead, offset);
  const base = {
    type: 'leaderboard',
    at,
    others: await tracksBeside(db, where, at),
    period: asked.period,
    rows: placed,
    page,
    pages,
  } as const;
  return { ...base, ...(mine && { mine }) };
}

async function trackMeant(db: Db, where: ChannelTracks): Promise<TrackHere | undefined> {
  const tracks = await tracksHere(db, where);
  if (tracks.length < 2) return tracks[0];
  const last = await trackAskedLast(
    db,
    tracks.map(({ track }) => track.id),
  );
  return tracks.find(({ track }) => track.id === last) ?? tracks[0];
}

/** Those that were meant as well where no track had been named. */
async function tracksBeside(
  db: Db,
  { workspaceId, channel, language }: ChannelTracks,
  at: TrackHere,
): Promise<readonly TrackHere[]> {
  const tracks = await tracksHere(db, { workspaceId, channel, language });
  return tracks.filter(({ track }) => track.id !== at.track.id);
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
