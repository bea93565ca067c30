import { sql } from 'kysely';
import type { Db } from '../../src/db/connect.ts';
import type { Track } from '../../src/db/tables.ts';

interface Crowd {
  readonly size: number;
  /** In each of which they have their points. */
  readonly periods: readonly string[];
  /** The most points that someone has. */
  readonly most?: number;
}

/**
 * Makes people who have points and a streak in a track, in a few statements however many they are. Most
 * have few points, as it is in life. Returns the id of the first one; those of the others follow.
 */
export async function addCrowd(
  db: Db,
  { id: trackId, workspaceId }: Pick<Track, 'id' | 'workspaceId'>,
  { size, periods, most = 250 }: Crowd,
): Promise<number> {
  const { rows } = await sql<{ first: number }>`
    with people as (
      insert into members (workspace_id, external_id, name)
      select ${workspaceId}, 'crowd-' || n, 'Member ' || n from generate_series(1, ${size}::integer) n
      returning id
    ),
    points as (
      select id, 1 + floor(${most}::integer * power((id::bigint * 7919 % 10007) / 10007.0, 3))::integer as points from people
    ),
    streaked as (
      insert into streaks (track_id, member_id, current, longest, freezes, answered)
      select ${trackId}, id, 1, points, 0, points from points
    ),
    scored as (
      insert into scores (track_id, period, member_id, points)
      select ${trackId}, period, id, points from points cross join unnest(${periods}::text[]) period
    )
    select min(id) as first from people
  `.execute(db);
  await sql`
    insert into score_counts (track_id, period, points, part, members)
    select track_id, period, points, member_id % 4, count(*) from scores where track_id = ${trackId}
    group by track_id, period, points, member_id % 4
  `.execute(db);
  await sql`analyze members, streaks, scores, score_counts`.execute(db);
  return rows[0]?.first ?? 0;
}
