import type { Db } from '../../db/connect.ts';
import { orNone } from '../../db/or-none.ts';

/** How long before its deadlines each of these tracks is nudged, in seconds; those without are left out. */
export async function nudgesOf(
  db: Db,
  trackIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('trackNudges')
    .selectAll()
    .where('trackId', 'in', orNone(trackIds))
    .execute();
  return new Map(rows.map(({ trackId, beforeSeconds }) => [trackId, beforeSeconds]));
}

export interface NewNudge {
  readonly trackId: number;
  /** Null: none from now on. */
  readonly beforeSeconds: number | null;
}

/** Sets when a track is nudged, or that it is not. The caller's transaction holds the track's lock. */
export async function saveNudge(db: Db, { trackId, beforeSeconds }: NewNudge): Promise<void> {
  if (beforeSeconds === null) {
    await db.deleteFrom('trackNudges').where('trackId', '=', trackId).execute();
    return;
  }
  await db
    .insertInto('trackNudges')
    .values({ trackId, beforeSeconds })
    .onConflict((conflict) => conflict.column('trackId').doUpdateSet({ beforeSeconds }))
    .execute();
}
