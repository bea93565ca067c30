import { sql } from 'kysely';
import type { Context } from '../../delivery/context.ts';
import { closeEndedRounds } from './close-rounds.ts';
import { openDueRounds } from './open-rounds.ts';

/** One tick: rounds whose deadline has come are closed, and those that are due are opened. */
export async function watchRounds(context: Context): Promise<void> {
  // Most ticks find nothing, in one look that locks nothing.
  const { ended, due } = await countDue(context);
  // Closing first: a round that stays open until the next one ends before that begins.
  if (ended > 0) await closeEndedRounds(context);
  if (due > 0) await openDueRounds(context, due);
}

interface Due {
  /** Rounds whose deadline has come. */
  readonly ended: number;
  /** Tracks on this process's platforms whose next round is due. */
  readonly due: number;
}

async function countDue({ db, clock, platforms }: Context): Promise<Due> {
  const { rows } = await sql<Due>`
    select (
      select count(*)::integer from rounds where status = 'open' and closes_at <= ${clock.instant()}
    ) as ended, (
      select count(*)::integer from tracks join workspaces on workspaces.id = tracks.workspace_id
      where tracks.status = 'active' and next_due_at <= ${clock.instant()}
        and workspaces.platform = any(${[...platforms.keys()]}::text[])
    ) as due`.execute(db);
  return rows[0] ?? { ended: 0, due: 0 };
}
