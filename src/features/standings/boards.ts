import type { Db } from '../../db/connect.ts';
import { prepared } from '../../db/prepared.ts';
import type { StreakRow } from '../../db/tables.ts';
import type { Board } from './score-counts.ts';

export async function streakOf(
  db: Db,
  trackId: number,
  memberId: number,
): Promise<StreakRow | undefined> {
  return db
    .selectFrom('streaks')
    .selectAll()
    .where('trackId', '=', trackId)
    .where('memberId', '=', memberId)
    .executeTakeFirst();
}

/** The streaks of these members, longest first. */
export async function streaksOf(
  db: Db,
  trackId: number,
  memberIds: readonly number[],
): Promise<readonly StreakRow[]> {
  return db
    .selectFrom('streaks')
    .selectAll()
    .where('trackId', '=', trackId)
    .where('memberId', 'in', [-1, ...memberIds])
    .orderBy('current', 'desc')
    .orderBy('memberId')
    .execute();
}

export interface BoardRow {
  readonly memberId: number;
  readonly externalId: string;
  readonly name: string;
  readonly points: number;
  readonly streak: number;
}

/** A page of a track's board, by the index on points; the order among equals is stable. */
export async function boardPage(
  db: Db,
  board: Board,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly BoardRow[]> {
  return boardRows(db, board)
    .orderBy('scores.points', 'desc')
    .orderBy('scores.memberId')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
}

export async function boardRow(
  db: Db,
  board: Board,
  memberId: number,
): Promise<BoardRow | undefined> {
  return boardRows(db, board).where('scores.memberId', '=', memberId).executeTakeFirst();
}

function boardRows(db: Db, board: Board) {
  return db
    .selectFrom('scores')
    .modifyFront(prepared)
    .innerJoin('members', 'members.id', 'scores.memberId')
    .innerJoin('streaks', (join) =>
      join
        .onRef('streaks.memberId', '=', 'scores.memberId')
        .onRef('streaks.trackId', '=', 'scores.trackId'),
    )
    .select([
      'scores.memberId',
      'members.externalId',
      'members.name',
      'scores.points',
      'streaks.current as streak',
    ])
    .where('scores.trackId', '=', board.trackId)
    .where('scores.period', '=', board.period);
}
