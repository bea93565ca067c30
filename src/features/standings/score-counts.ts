import { type RawBuilder, sql } from 'kysely';

/** A period of a track's board. */
export interface Board {
  readonly trackId: number;
  readonly period: string;
}

/**
 * Moves members between the counts, as a part of the statement that changes their points: `moves` are rows
 * of scores with one more column, `members`, which is 1 for points gained and -1 for points that are gone.
 * Everyone changes the counts in one order, so that two transactions cannot wait for each other.
 */
export const moveCounts = (moves: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  insert into score_counts (track_id, period, points, part, members)
  select track_id, period, points, member_id % 4 as part, sum(members) from ${moves} as moves
  group by track_id, period, points, part having sum(members) <> 0
  order by track_id, period, points, part
  on conflict (track_id, period, points, part)
    do update set members = score_counts.members + excluded.members
`;
