import { type RawBuilder, sql } from 'kysely';
import { builtOnce, type InputOf } from '../../db/built-once.ts';
import type { Db } from '../../db/connect.ts';
import { orNone } from '../../db/or-none.ts';
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
    .where('memberId', 'in', orNone(memberIds))
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
  /** When the platform was last asked whether they are still there, in ms; null: never. */
  readonly lookedAt: number | null;
}

export const ROWS_A_PAGE = 10;

/** Which page of a board is asked for, counted from 1, and by whom. */
interface BoardWish {
  readonly memberId: number;
  readonly page: number;
}

/** A page of a board, with what tells the places on it. */
export interface BoardPage {
  /** By points; the order among equals is stable. */
  readonly rows: readonly BoardRow[];
  /** Of the member who asks; null without a point. */
  readonly own: BoardRow | null;
  /** How many have points. */
  readonly members: number;
  /** How many have more points than the member who asks: one less than their place, which equals share. */
  readonly aheadOfOwn: number;
  /** The same for the page's first row. */
  readonly aheadOfRows: number;
}

/**
 * Reads a page and the places in one statement: the rows by the index on points before anything is joined
 * to them, the places from counts that are kept with the points. Those who left keep their points and stand on no
 * board: they are few, so they are taken out of the counts here.
 */
export async function readBoard(
  db: Db,
  board: Board,
  { memberId, page: nth }: BoardWish,
): Promise<BoardPage> {
  const given = { ...board, memberId, offset: (nth - 1) * ROWS_A_PAGE };
  const [page] = await (nth === 1 ? firstPage : laterPage)(db, given);
  if (!page) throw new Error(`no row about the board of track ${board.trackId}`);
  return { ...page, rows: page.rows ?? [] };
}

interface Given extends Board {
  readonly memberId: number;
  readonly offset: number;
}

/**
 * The page that nearly everybody asks for is a statement of its own, whose plan a session keeps. How many rows are
 * asked for stands in it, and no offset: not knowing these, PostgreSQL would expect a tenth of all members on
 * a page, and plan anew each time, which takes longer than to carry the plan out.
 */
const firstPage = builtOnce((_db, given: InputOf<Given>) => boardPage(given, sql``));

const laterPage = builtOnce((_db, given: InputOf<Given>) =>
  boardPage(given, sql`offset ${given('offset')}::integer`),
);

function boardPage(given: InputOf<Given>, offset: RawBuilder<unknown>): RawBuilder<BoardPage> {
  const board = sql`scores.track_id = ${given('trackId')} and scores.period = ${given('period')}`;
  return sql<BoardPage>`${prepared}
    with gone as materialized (
      select scores.member_id, scores.points from tracks
      join members on members.workspace_id = tracks.workspace_id and members.left_at is not null
      join scores on scores.track_id = tracks.id and scores.member_id = members.id
      where ${board}
    ),
    listed as materialized (
      select track_id, member_id, points from scores
      where ${board} and member_id not in (select member_id from gone)
      order by points desc, member_id limit ${sql.lit(ROWS_A_PAGE)} ${offset}
    ),
    own as (select track_id, member_id, points from scores where ${board} and member_id = ${given('memberId')})
    select
      (select json_agg(${boardRow} order by points desc, member_id) from ${withNames(sql`listed`)}) as rows,
      (select ${boardRow} from ${withNames(sql`own`)}) as own,
      (coalesce(sum(members), 0) - (select count(*) from gone))::integer as members,
      ${ahead(sql`(select points from own)`)} as ahead_of_own,
      ${ahead(sql`(select max(points) from listed)`)} as ahead_of_rows
    from score_counts where track_id = ${given('trackId')} and period = ${given('period')}
  `;
}

const boardRow = sql`json_build_object(
  'memberId', member_id, 'externalId', external_id, 'name', name, 'points', points, 'streak', current,
  'lookedAt', (extract(epoch from looked_at) * 1000)::bigint
)`;

const withNames = (of: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  ${of} as listed join streaks using (track_id, member_id) join members on members.id = member_id
`;

const ahead = (points: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (
    coalesce(sum(members) filter (where points > ${points}), 0)
    - (select count(*) from gone where gone.points > ${points})
  )::integer
`;
