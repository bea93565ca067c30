import type { Db } from '../../db/connect.ts';
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
export async function removeTrack(context: Context, id: number): Promise<Removed> {
  return withTrack(context, id, async (tx): Promise<Removed> => {
    await voidUnposted(context, tx, id);
    const moved = await moveTrack(tx, id, { type: 'remove' });
    if (moved.type === 'unfit') return { type: 'gone' };
    context.log.info({ track: id }, 'removed a track');
    return { type: 'removed', track: moved.track };
  });
}

async function voidUnposted(context: Context, tx: Db, trackId: number): Promise<void> {
  const why = { type: 'void-unposted', reason: 'the track was removed' } as const;
  for (const { id } of await liveRounds(tx, trackId)) {
    await voidRound(context, tx, { roundId: id, ...why });
  }
}
