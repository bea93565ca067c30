import type { Db } from '../../db/connect.ts';
import { questionPool } from '../../db/decks.ts';
import type { Track } from '../../db/tables.ts';
import { trackById, updateTrack } from '../../db/tracks.ts';
import { workspaceById } from '../../db/workspaces.ts';
import { nextDue } from '../../domain/schedule.ts';
import type { TrackFault } from '../../domain/track-plan.ts';
import { checkChannel } from './check-channel.ts';
import type { Context } from '../context.ts';
import { takeUpRounds } from '../rounds/take-up-rounds.ts';
import { type TrackGone, withTrack } from './with-track.ts';

export type Resumed =
  | { readonly type: 'resumed' | 'already-active'; readonly track: Track }
  /** What stands in the way is still there; nothing was changed. */
  | { readonly type: 'refused'; readonly track: Track; readonly faults: readonly TrackFault[] }
  | TrackGone;

/**
 * Sets a paused or parked track going again: its next round comes at the next due instant, and what
 * its rounds still owe is done now.
 */
export async function resumeTrack(context: Context, id: number): Promise<Resumed> {
  const track = await trackById(context.db, id);
  if (!track || track.status === 'removed') return { type: 'gone' };
  if (track.status === 'active') return { type: 'already-active', track };
  const faults = await obstacles(context, track);
  if (faults.length > 0) return { type: 'refused', track, faults };
  const resumed = await withTrack(context, id, (tx, locked) => resume(context, tx, locked));
  if (resumed.type === 'resumed') await takeUpRounds(context, id);
  return resumed;
}

async function obstacles(context: Context, track: Track): Promise<readonly TrackFault[]> {
  const workspace = await workspaceById(context.db, track.workspaceId);
  const pool = await questionPool(context.db, track);
  const channel = await checkChannel(context, workspace, track.channel);
  return pool.length > 0 ? channel : [{ code: 'pool-empty' }, ...channel];
}

async function resume(context: Context, tx: Db, track: Track): Promise<Resumed> {
  if (track.status === 'active') return { type: 'already-active', track };
  const resumed = await updateTrack(tx, track.id, {
    status: 'active',
    parkedReason: null,
    nextDueAt: nextDue(track, await context.clock.now(tx)) ?? null,
  });
  context.log.info({ track: track.id, next: resumed.nextDueAt }, 'resumed a track');
  return { type: 'resumed', track: resumed };
}
