import { sql } from 'kysely';
import type { Track } from '../../src/db/tables.ts';
import { inTransaction } from '../../src/delivery/in-transaction.ts';
import { claimRound } from '../../src/features/rounds/claim-round.ts';
import type { Bench } from './open-bench.ts';

export interface Past {
  readonly people: number;
  /** How many rounds there are, one a day, of which the newest is open. */
  readonly rounds: number;
  /** How many rounds everyone has answered: the last ones before the newest. */
  readonly answered: number;
}

/**
 * Gives a track a past in a few statements: its rounds, and people named after its channel who have
 * answered some of them, with the points and the streak of that. Returns the open round's id.
 */
export async function addPast(bench: Bench, track: Track, past: Past): Promise<number> {
  const round = await openNewest(bench, track, past.rounds);
  await addRounds(bench, round, past.rounds);
  await addPeople(bench, track, past);
  await sql`analyze members, answers, streaks, scores, score_counts, rounds`.execute(bench.filling);
  return round;
}

async function openNewest({ context, db }: Bench, track: Track, number: number): Promise<number> {
  const dueAt = new Date();
  const claimed = await inTransaction(context, (inside) => claimRound(inside, { track, dueAt }));
  if (claimed.type !== 'claimed') throw new Error(`not claimed: ${claimed.type}`);
  const { id } = claimed.round;
  const closesAt = new Date(dueAt.getTime() + 8 * 3_600_000);
  const open = { number, status: 'open' as const, openedAt: dueAt, closesAt };
  await db.updateTable('rounds').where('id', '=', id).set(open).execute();
  return id;
}

async function addRounds({ filling: db }: Bench, newest: number, count: number): Promise<void> {
  await sql`
    insert into rounds (track_id, number, due_at, question_id, question, cycle, language, timezone,
      week, month, status, opened_at, closes_at, closed_at)
    select track_id, number - ago, due_at - ago * interval '1 day', question_id, question, cycle, language, timezone,
      week, month, 'revealed', opened_at - ago * interval '1 day', closes_at - ago * interval '1 day',
      closes_at - ago * interval '1 day'
    from rounds cross join generate_series(1, ${count - 1}::integer) ago where id = ${newest}
  `.execute(db);
}

async function addPeople({ filling: db }: Bench, track: Track, past: Past): Promise<void> {
  const { id: trackId, workspaceId, channel } = track;
  const { people, rounds, answered } = past;
  await sql`
    with people as (
      insert into members (workspace_id, external_id, name)
      select ${workspaceId}, ${channel} || '-' || n, ${channel} || '-' || n
      from generate_series(1, ${people}::integer) n
      returning id
    ),
    answered as (
      insert into answers (round_id, member_id, source, source_key, gesture, text, said_at, revised_at, late)
      select rounds.id, people.id, 'form', 'past-' || people.id, 'past-' || people.id,
        'An answer.', opened_at, opened_at, false
      from people cross join rounds
      where track_id = ${trackId} and status = 'revealed' and number >= ${rounds - answered}::integer
    ),
    streaked as (
      insert into streaks (track_id, member_id, current, longest, freezes, answered, newest)
      select ${trackId}, id, ${answered}::integer, ${answered}::integer, 0, ${answered}::integer, ${rounds - 1}::integer
      from people
    )
    insert into scores (track_id, period, member_id, points)
    select ${trackId}, period, id, ${answered}::integer from people cross join (
      select 'all' union select week from rounds where track_id = ${trackId}
      union select month from rounds where track_id = ${trackId}
    ) as periods (period)
  `.execute(db);
  await sql`
    insert into score_counts (track_id, period, points, part, members)
    select track_id, period, points, member_id % 4, count(*) from scores where track_id = ${trackId}
    group by track_id, period, points, member_id % 4
  `.execute(db);
}
