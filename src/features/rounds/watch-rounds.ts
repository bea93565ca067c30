import { sql } from 'kysely';
import type { Context } from '../../delivery/context.ts';
import { closeEndedRounds } from './close-rounds.ts';
import { endPauses } from './end-pauses.ts';
import { openDueRounds } from './open-rounds.ts';

/** One tick: rounds whose deadline has come are closed, pauses that are over end, and rounds that are due are opened. */
export async function watchRounds(context: Context): Promise<void> {
  // Most ticks find nothing, in one look that locks nothing.
  const { ended, due, pauses } = await countDue(context);
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
}

async function countDue({ db, clock, platforms }: Context): Promise<Due> {
  const { rows } = await sql<Due>`
    select (
      select count(*)::integer from rounds where status = 'open' and closes_at <= ${clock.instant()}
    ) as ended, (
      select count(*)::integer from tracks join workspaces on workspaces.id = tracks.workspace_id
      where tracks.status = 'active' and next_due_at <= ${clock.instant()}
        and workspaces.platform = any(${[...platforms.keys()]}::text[])
    ) as due, (
      select count(*)::integer from tracks
      where status = 'paused' and resumes_at <= ${clock.instant()}
    ) as pauses`.execute(db);
  return rows[0] ?? { ended: 0, due: 0, pauses: 0 };
}
