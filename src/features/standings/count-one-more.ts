import { sql } from 'kysely';
import { MOST_FREEZES, ROUNDS_PER_FREEZE } from '../../domain/streak.ts';
import { moveCounts } from './score-counts.ts';

/**
 * The parts of a statement that count one more answer on from what is stored, without the log, for each of
 * several members. Before them it has `one_more`, one answer of each member who has something to be counted,
 * with track, member, number, week and month of its round, and `newest`, which is the round up to which the
 * member's row of streaks counts; that row is locked, and `newest` is null where there is none. Right where
 * the round comes after all that are counted, and none of those after it is over; a test holds it equal to
 * the fold. `counted` has the streaks afterwards.
 */
export const countOneMore = sql`
  begun as (
    insert into streaks (track_id, member_id, current, longest, freezes, answered, newest)
    select track_id, member_id, 1, 1, 0, 1, number from one_more
    where newest is null
    returning *
  ),
  continued as (
    update streaks set
      current = streaks.current + 1,
      longest = greatest(streaks.longest, streaks.current + 1),
      freezes = least(streaks.freezes + ((streaks.current + 1) % ${ROUNDS_PER_FREEZE}::integer = 0)::integer,
        ${MOST_FREEZES}::integer),
      answered = streaks.answered + 1,
      newest = one_more.number
    from one_more
    where streaks.track_id = one_more.track_id and streaks.member_id = one_more.member_id
      and one_more.newest is not null
    returning streaks.*
  ),
  counted as (select * from begun union all select * from continued),
  scored as (
    insert into scores (track_id, period, member_id, points)
    select track_id, period, member_id, 1
    from one_more cross join lateral (values ('all'), (week), (month)) as periods (period)
    on conflict (track_id, period, member_id) do update set points = scores.points + 1
    returning track_id, period, member_id, points
  ),
  moved as (${moveCounts(sql`(
    select track_id, period, member_id, points, 1 as members from scored
    union all select track_id, period, member_id, points - 1, -1 from scored where points > 1
  )`)})
`;
