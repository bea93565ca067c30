import { sql } from 'kysely';
import type { Context } from '../../delivery/context.ts';
import type { LookAgainIn } from '../../jobs/heartbeat.ts';
import { closeEndedRounds } from './close-rounds.ts';
import { endPauses } from './end-pauses.ts';
import { openDueRounds } from './open-rounds.ts';

/** How far ahead a look sees: further than the next heartbeat, even one that is a little late. */
const AHEAD = '10 seconds';

/**
 * Closes the rounds whose deadline has come, ends the pauses that are over, and opens the rounds that are due.
 * Asks to look again when the next of these is due, where that is before the next heartbeat: before the work, so
 * that a fault in it, or the time it takes, delays no other.
 */
export async function watchRounds(context: Context, lookAgainIn?: LookAgainIn): Promise<void> {
  // Most looks find nothing, in one statement that locks nothing.
  const { ended, due, pauses, nextInMs } = await findDue(context);
  lookAgainIn?.(nextInMs ?? undefined);
  // Closing first: a round that stays open until the next one ends before that begins.
  if (ended > 0) await closeEndedRounds(context);
  if (pauses > 0) await endPauses(context);
  if (due + pauses > 0) await openDueRounds(context, due + pauses);
}

interface Due {
  /** Rounds whose deadline has come. */
  readonly ended: number;
  /** Tracks on this process's platforms whose next round is due. */
  readonly due: number;
  /** Tracks whose pause is to end by now. */
  readonly pauses: number;
  /** Null where nothing is due within the time that a look sees ahead. */
  readonly nextInMs: number | null;
}

async function findDue({ db, clock, platforms }: Context): Promise<Due> {
  const { rows } = await sql<Due>`
    with clock as materialized (select ${clock.instant()} as now),
    soon (what, at) as (
      select 'end', closes_at from rounds
      where status = 'open' and closes_at <= (select now + ${AHEAD}::interval from clock)
      union all
      select 'round', next_due_at from tracks join workspaces on workspaces.id = tracks.workspace_id
      where tracks.status = 'active' and next_due_at <= (select now + ${AHEAD}::interval from clock)
        and workspaces.platform = any(${[...platforms.keys()]}::text[])
      union all
      select 'pause', resumes_at from tracks
      where status = 'paused' and resumes_at <= (select now + ${AHEAD}::interval from clock)
    )
    select count(*) filter (where what = 'end' and at <= now)::integer as ended,
      count(*) filter (where what = 'round' and at <= now)::integer as due,
      count(*) filter (where what = 'pause' and at <= now)::integer as pauses,
      (extract(epoch from min(at) filter (where at > now) - min(now)) * 1000)::float8 as next_in_ms
    from clock left join soon on true`.execute(db);
  return rows[0] ?? { ended: 0, due: 0, pauses: 0, nextInMs: null };
}
