import type { Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { moveTrack } from '../tracks/track-state.ts';
import { type TrackGone, withTrack } from '../tracks/with-track.ts';

export type Paused =
  | { readonly type: 'paused' | 'already-paused'; readonly track: Track }
  /** It is set aside already, until someone mends the reason. */
  | { readonly type: 'suspended'; readonly track: Track }
  | TrackGone;

/** Nothing is due in a paused track; what is open goes on to its deadline. */
export async function pauseTrack(context: Context, trackId: number): Promise<Paused> {
  return withTrack(context, trackId, async ({ db, log }, track): Promise<Paused> => {
    const moved = await moveTrack(db, trackId, { type: 'pause' });
    if (moved.type === 'unfit') {
      return { type: moved.status === 'suspended' ? 'suspended' : 'already-paused', track };
    }
    log.info({ track: trackId }, 'paused a track');
    return { type: 'paused', track: moved.track };
  });
}
