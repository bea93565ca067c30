import type { Db } from '../../db/connect.ts';
import type { Track } from '../../db/tables.ts';
import { lockTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';

/** There is no such track, or it was removed. */
export type TrackGone = { readonly type: 'gone' };

/** Does something to a track in one transaction that holds its lock. */
export async function withTrack<T>(
  context: Context,
  id: number,
  work: (tx: Db, track: Track) => Promise<T>,
): Promise<T | TrackGone> {
  return context.db.transaction().execute(async (tx) => {
    const track = await lockTrack(tx, id);
    return track && track.status !== 'removed' ? work(tx, track) : { type: 'gone' };
  });
}
