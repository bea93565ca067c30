import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import { orNone } from '../../db/or-none.ts';
import type { Streak } from '../../domain/streak.ts';
import { correctionsInForce, voidedRounds } from './corrections-in-force.ts';
import { countedAnswers } from './counted-answers.ts';
import { moveCounts } from './score-counts.ts';

/** Whose streak and points in which track. */
export interface StandingKey {
  readonly trackId: number;
  readonly memberId: number;
}

/** The keys as rows of the columns `track_id` and `member_id`. */
function rowsOf(keys: readonly StandingKey[]) {
  const tracks = keys.map(({ trackId }) => trackId);
  const members = keys.map(({ memberId }) => memberId);
  return sql`unnest(${tracks}::integer[], ${members}::integer[]) as keys (track_id, member_id)`;
}

/**
 * Serialises what changes these standings, until the transaction ends. Everyone locks in the order of
 * tracks and members, so that two transactions cannot wait for each other.
 */
export async function lockStandings(db: Db, keys: readonly StandingKey[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(track_id, member_id) from (
      select track_id, member_id from ${rowsOf(keys)} order by track_id, member_id
    ) as ordered
  `.execute(db);
}

/** What the log came to for one member in one track. */
export interface Folded {
  readonly key: StandingKey;
  readonly streak: Streak;
  /** The number of the newest round that counts as answered, 0 for none. */
  readonly newest: number;
}

/** Saves streaks alone, where no point can have changed. */
export async function saveStreaks(db: Db, folded: readonly Folded[]): Promise<void> {
  await streaksNow(folded).execute(db);
}

function streaksNow(folded: readonly Folded[]): RawBuilder<unknown> {
  const column = (valueOf: (one: Folded) => number) => sql`${folded.map(valueOf)}::integer[]`;
  return sql`
    insert into streaks (track_id, member_id, current, longest, freezes, answered, newest)
    select * from unnest(
      ${column(({ key }) => key.trackId)}, ${column(({ key }) => key.memberId)},
      ${column(({ streak }) => streak.current)}, ${column(({ streak }) => streak.longest)},
      ${column(({ streak }) => streak.freezes)}, ${column(({ streak }) => streak.answered)},
      ${column(({ newest }) => newest)}
    )
    on conflict (track_id, member_id) do update set current = excluded.current,
      longest = excluded.longest, freezes = excluded.freezes, answered = excluded.answered,
      newest = excluded.newest
  `;
}

/**
 * Saves streaks, and counts points anew: one for each round answered in time, or corrected to count so, by the
 * periods the rounds fall in. Only rows of points that change are written; points that fell to nothing are gone.
 */
export async function saveStandings(db: Db, folded: readonly Folded[]): Promise<void> {
  const keys = rowsOf(folded.map(({ key }) => key));
  const counted = countedAnswers(db)
    .select(['rounds.trackId', 'answers.memberId', 'rounds.id', 'rounds.week', 'rounds.month'])
    .distinct()
    .where(sql<boolean>`(rounds.track_id, answers.member_id) in (select * from ${keys})`)
    .where('rounds.id', 'not in', voidedRounds(db));
  const countedLate = correctionsInForce(db)
    .innerJoin('rounds', 'rounds.id', 'corrections.roundId')
    .select(['rounds.trackId', 'corrections.memberId', 'rounds.id', 'rounds.week', 'rounds.month'])
    .where('corrections.type', '=', 'count-late')
    .where(sql<boolean>`(rounds.track_id, corrections.member_id) in (select * from ${keys})`)
    .where('rounds.id', 'not in', voidedRounds(db));
  await sql`
    with streaks_now as (${streaksNow(folded)}),
    counted as (${counted} union ${countedLate}),
    points as (
      select track_id, member_id, period, count(*)::integer as points
      from counted cross join lateral (values ('all'), (week), (month)) as periods (period)
      group by track_id, member_id, period
    ),
    before as (
      select scores.* from scores join ${keys} using (track_id, member_id)
    ),
    counts as (${moveCounts(sql`(
      select track_id, member_id, period, points, -1 as members from before
      union all select track_id, member_id, period, points, 1 from points
    )`)}),
    gone as (
      delete from scores using ${keys}
      where scores.track_id = keys.track_id and scores.member_id = keys.member_id
        and not exists (
          select from points where points.track_id = scores.track_id
            and points.member_id = scores.member_id and points.period = scores.period
        )
    )
    insert into scores (track_id, period, member_id, points)
    select track_id, period, member_id, points from points
    on conflict (track_id, period, member_id) do update set points = excluded.points
    where scores.points <> excluded.points
  `.execute(db);
}

/**
 * Members of these tracks who have a streak now, or, in tracks that are `everIn` too, ever had one.
 */
export async function membersWithStreak(
  db: Db,
  trackIds: readonly number[],
  everIn: readonly number[],
): Promise<readonly StandingKey[]> {
  return db
    .selectFrom('streaks')
    .select(['trackId', 'memberId'])
    .where('trackId', 'in', orNone(trackIds))
    .where((eb) =>
      eb.or([
        eb('current', '>', 0),
        eb.and([eb('trackId', 'in', orNone(everIn)), eb('longest', '>', 0)]),
      ]),
    )
    .execute();
}
