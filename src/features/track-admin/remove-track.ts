import type { Db } from '../../db/connect.ts';
import { liveRounds, lockRound, updateRound } from '../../db/rounds.ts';
import type { Track } from '../../db/tables.ts';
import { updateTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { type TrackGone, withTrack } from '../tracks/with-track.ts';

export type Removed = { readonly type: 'removed'; readonly track: Track } | TrackGone;

/**
 * Ends a track for good. What it posted stays where it is, and its buttons say so; a round that was
 * not posted yet never will be.
 */
export async function removeTrack(context: Context, id: number): Promise<Removed> {
  return withTrack(context, id, async (tx): Promise<Removed> => {
    await voidUnposted(tx, id);
    const idle = { parkedReason: null, parkedFrom: null, nextDueAt: null };
    const track = await updateTrack(tx, id, { status: 'removed', ...idle });
    context.log.info({ track: id }, 'removed a track');
    return { type: 'removed', track };
  });
}

async function voidUnposted(tx: Db, trackId: number): Promise<void> {
  for (const { id } of await liveRounds(tx, trackId)) {
    const round = await lockRound(tx, id, 'change');
    if (round?.status !== 'claimed') continue;
    await updateRound(tx, id, { status: 'void', voidReason: 'the track was removed' });
  }
}
