import type { Track } from '../../db/tables.ts';
import { lockTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';

/** There is no such track, or it was removed. */
export type TrackGone = { readonly type: 'gone' };

/** Does something to a track in one transaction that holds its lock. */
export async function withTrack<T>(
  context: Context,
  trackId: number,
  work: (inside: Context, track: Track) => Promise<T>,
): Promise<T | TrackGone> {
  return inTransaction(context, async (inside) => {
    const track = await lockTrack(inside.db, trackId);
    return track && track.status !== 'removed' ? work(inside, track) : { type: 'gone' };
  });
}
