import { boardPage, boardRow, type BoardRow, countAhead, countBoard } from '../../db/boards.ts';
import { type Period, periodKey } from '../../domain/period.ts';
import type { Context } from '../context.ts';
import { type ChannelTracks, type TrackHere, tracksHere } from '../tracks/tracks-here.ts';

export interface PlacedRow extends BoardRow {
  /** From 1; equals share a place, and the next place leaves a gap. */
  readonly place: number;
}

export interface Leaderboard {
  readonly type: 'leaderboard';
  readonly at: TrackHere;
  readonly period: Period;
  readonly rows: readonly PlacedRow[];
  /** The asker's own row, wherever it stands; left out without a point. */
  readonly mine?: PlacedRow;
  readonly page: number;
  readonly pages: number;
}

export const ROWS_A_PAGE = 10;

/** A page of a track's leaderboard: the track named, else the channel's or the workspace's first. */
export async function showLeaderboard(
  context: Context,
  where: ChannelTracks,
  asked: { readonly period: Period; readonly page: number; readonly memberId: number },
): Promise<Leaderboard | { readonly type: 'no-tracks' }> {
  const { db, clock } = context;
  const [at] = await tracksHere(db, where);
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
    period: asked.period,
    rows: placed,
    page,
    pages,
  } as const;
  return { ...base, ...(mine && { mine }) };
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
