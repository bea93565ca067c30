import { sql } from 'kysely';
import { memberById } from '../src/db/members.ts';
import { showLeaderboard } from '../src/features/leaderboard/show-leaderboard.ts';
import { measure, table } from './measure.ts';
import type { Bench } from './open-bench.ts';

const MEMBERS = 100_000;
const TIMES = 300;

/** The first page of a board with one's own place below it, against a look-up by primary key. */
export async function benchLeaderboard(bench: Bench): Promise<string> {
  const { id: trackId } = await bench.addTrack('board');
  const first = await fillBoard(bench, trackId);
  const member = (turn: number): number => first + ((turn * 7919) % MEMBERS);
  const rows = await measure(TIMES, {
    'look-up by primary key': (turn) => memberById(bench.db, member(turn)),
    'first page and own place': (turn) => board(bench, 1, member(turn)),
    'page 5,000 and own place': (turn) => board(bench, 5_000, member(turn)),
  });
  return table(`A leaderboard of ${MEMBERS.toLocaleString('en')} members`, rows);
}

async function board(bench: Bench, page: number, memberId: number): Promise<void> {
  const { context, workspaceId } = bench;
  const where = { workspaceId, channel: 'board', language: 'en' } as const;
  const shown = await showLeaderboard(context, where, { period: 'all', page, memberId });
  if (shown.type === 'no-tracks' || !shown.mine) throw new Error('the board is empty');
}

/** Points as they are: most people have few. Answers the first member's id. */
async function fillBoard({ db, workspaceId }: Bench, trackId: number): Promise<number> {
  const { rows } = await sql<{ first: number }>`
    with people as (
      insert into members (workspace_id, external_id, name)
      select ${workspaceId}, 'board-' || n, 'Member ' || n from generate_series(1, ${MEMBERS}) n
      returning id
    ), points as (
      select id, 1 + floor(250 * power(random(), 3))::int as points from people
    ), streaked as (
      insert into streaks (track_id, member_id, current, longest, freezes, answered)
      select ${trackId}, id, 1, points, 0, points from points
    ), scored as (
      insert into scores (track_id, period, member_id, points)
      select ${trackId}, 'all', id, points from points
    )
    select min(id) as first from people
  `.execute(db);
  await sql`analyze members, streaks, scores`.execute(db);
  return rows[0]?.first ?? 0;
}
