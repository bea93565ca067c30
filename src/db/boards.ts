import { sql } from 'kysely';
import type { Streak } from '../domain/streak.ts';
import type { Db } from './connect.ts';
import type { StreakRow } from './tables.ts';

/** Stores what the fold came to. */
export async function saveStreak(
  db: Db,
  trackId: number,
  memberId: number,
  streak: Streak,
): Promise<void> {
  await db
    .insertInto('streaks')
    .values({ trackId, memberId, ...streak })
    .onConflict((conflict) => conflict.columns(['trackId', 'memberId']).doUpdateSet({ ...streak }))
    .execute();
}

/** Stores a member's points in every period; those that fell to nothing are gone. */
export async function saveScores(
  db: Db,
  trackId: number,
  memberId: number,
  scores: readonly { readonly period: string; readonly points: number }[],
): Promise<void> {
  await db
    .deleteFrom('scores')
    .where('trackId', '=', trackId)
    .where('memberId', '=', memberId)
    .execute();
  if (scores.length === 0) return;
  await db
    .insertInto('scores')
    .values(scores.map((score) => ({ trackId, memberId, ...score })))
    .execute();
}

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

/** The members of a track who have a streak now, or ever had one, in an order in which two can lock them. */
export async function membersWithStreak(
  db: Db,
  trackId: number,
  when: 'now' | 'ever',
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('streaks')
    .select('memberId')
    .where('trackId', '=', trackId)
    .where(when === 'now' ? 'current' : 'longest', '>', 0)
    .orderBy('memberId')
    .execute();
  return rows.map((row) => row.memberId);
}

/** Serialises what changes a member's standing in a track, until the transaction ends. */
export async function lockStanding(db: Db, trackId: number, memberId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${trackId}, ${memberId})`.execute(db);
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
  board: { readonly trackId: number; readonly period: string },
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
  board: { readonly trackId: number; readonly period: string },
  memberId: number,
): Promise<BoardRow | undefined> {
  return boardRows(db, board).where('scores.memberId', '=', memberId).executeTakeFirst();
}

function boardRows(db: Db, board: { readonly trackId: number; readonly period: string }) {
  return db
    .selectFrom('scores')
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

/** How many have more points: one less than the place, which equals share. */
export async function countAhead(
  db: Db,
  board: { readonly trackId: number; readonly period: string },
  points: number,
): Promise<number> {
  const row = await db
    .selectFrom('scores')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('trackId', '=', board.trackId)
    .where('period', '=', board.period)
    .where('points', '>', points)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function countBoard(
  db: Db,
  board: { readonly trackId: number; readonly period: string },
): Promise<number> {
  const row = await db
    .selectFrom('scores')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('trackId', '=', board.trackId)
    .where('period', '=', board.period)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
