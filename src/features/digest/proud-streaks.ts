import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Board } from '../standings/score-counts.ts';

/** A streak that is long enough to be told of. */
interface ProudStreak {
  readonly memberId: number;
  readonly name: string;
  readonly rounds: number;
}

export interface ProudStreaks {
  /** Longest first. */
  readonly streaks: readonly ProudStreak[];
  /** How many more there are. */
  readonly more: number;
}

const FEWEST_ROUNDS = 5;
const MOST_SHOWN = 5;

/** The longest streaks of members who have a point in the period and are still there. */
export async function findProudStreaks(db: Db, { trackId, period }: Board): Promise<ProudStreaks> {
  const { rows } = await sql<ProudStreak & { readonly all: number }>`
    select members.id as member_id, members.name, streaks.current as rounds, count(*) over ()::integer as all
    from scores
    join streaks using (track_id, member_id)
    join members on members.id = scores.member_id
    where scores.track_id = ${trackId} and scores.period = ${period} and scores.points > 0
      and members.left_at is null and streaks.current >= ${FEWEST_ROUNDS}
    order by streaks.current desc, members.id
    limit ${MOST_SHOWN}
  `.execute(db);
  const streaks = rows.map(({ memberId, name, rounds }) => ({ memberId, name, rounds }));
  return { streaks, more: (rows[0]?.all ?? 0) - streaks.length };
}
