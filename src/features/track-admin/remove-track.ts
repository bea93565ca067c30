import { liveRounds } from '../../db/rounds.ts';
import type { Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { voidRound } from '../rounds/void-round.ts';
import { moveTrack } from '../tracks/track-state.ts';
import { type TrackGone, withTrack } from '../tracks/with-track.ts';

export type Removed = { readonly type: 'removed'; readonly track: Track } | TrackGone;

/**
 * Ends a track for good. What it posted stays where it is, and its buttons say so; a round that was
 * not posted yet never will be.
 */
export async function removeTrack(context: Context, trackId: number): Promise<Removed> {
  return withTrack(context, trackId, async (inside): Promise<Removed> => {
    await voidUnposted(inside, trackId);
    const moved = await moveTrack(inside.db, trackId, { type: 'remove' });
    if (moved.type === 'unfit') return { type: 'gone' };
    context.log.info({ track: trackId }, 'removed a track');
    return { type: 'removed', track: moved.track };
  });
}

async function voidUnposted(context: Context, trackId: number): Promise<void> {
  const why = { type: 'void-unposted', reason: 'the track was removed' } as const;
  for (const { id } of await liveRounds(context.db, trackId)) {
    await voidRound(context, { roundId: id, ...why });
  }
}
