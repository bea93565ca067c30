import { sql } from 'kysely';
import type { PlatformName } from '../../chat/place.ts';
import type { Db } from '../../db/connect.ts';
import { closeEndedRounds } from './close-rounds.ts';
import type { Context } from '../../delivery/context.ts';
import { openDueRounds } from './open-rounds.ts';

/** One tick: rounds whose deadline has come are closed, and those that are due are opened. */
export async function watchRounds(context: Context): Promise<void> {
  const { db, clock, platforms } = context;
  // Most ticks find nothing, in one look that locks nothing.
  if (!(await isAnythingDue(db, await clock.now(db), [...platforms.keys()]))) return;
  // Closing first: a round that stays open until the next one ends before that begins.
  await closeEndedRounds(context);
  await openDueRounds(context);
}

/** Has a round's deadline come, or a track's next round on one of these platforms? */
async function isAnythingDue(
  db: Db,
  now: Date,
  platforms: readonly PlatformName[],
): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (select from rounds where status = 'open' and closes_at <= ${now})
      or exists (
        select from tracks join workspaces on workspaces.id = tracks.workspace_id
        where tracks.status = 'active' and next_due_at <= ${now}
          and workspaces.platform = any(${platforms}::text[])
      ) as due`.execute(db);
  return rows[0]?.due === true;
}
