import type { Db } from '../../db/connect.ts';
import type { Track } from '../../db/tables.ts';
import { trackById, updateTrack } from '../../db/tracks.ts';
import { workspaceById } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import { nextDue } from '../../domain/schedule.ts';
import type { ChannelFault, TrackPlan } from '../../domain/track-plan.ts';
import { planColumns } from '../tracks/add-track.ts';
import { checkChannel } from '../tracks/check-channel.ts';
import { type TrackGone, withTrack } from '../tracks/with-track.ts';

export type Edited =
  | { readonly type: 'edited'; readonly track: Track }
  /** Nothing was saved. */
  | { readonly type: 'refused'; readonly faults: readonly ChannelFault[] }
  | TrackGone;

/**
 * Gives a track another plan. An open round keeps the deadline it states; a paused or suspended track
 * stays so.
 */
export async function editTrack(context: Context, id: number, plan: TrackPlan): Promise<Edited> {
  const track = await trackById(context.db, id);
  if (!track) return { type: 'gone' };
  const workspace = await workspaceById(context.db, track.workspaceId);
  const faults = await checkChannel(context, workspace, track.channel);
  if (faults.length > 0) return { type: 'refused', faults };
  return withTrack(context, id, async (tx, locked) => ({
    type: 'edited',
    track: await rewriteTrack(context, tx, locked, plan),
  }));
}

/**
 * Writes the plan in the caller's transaction, which holds the track's lock. It is `managedBy` who
 * wrote it, where that is known.
 */
export async function rewriteTrack(
  context: Context,
  tx: Db,
  track: Track,
  plan: TrackPlan,
  managedBy?: number,
): Promise<Track> {
  const moved = plan.cron !== track.cron || plan.timezone !== track.timezone;
  const next = moved && track.status === 'active' ? await dueOf(context, tx, plan) : {};
  context.log.info({ track: track.id, ...next }, 'edited a track');
  const manager = managedBy === undefined ? {} : { managedBy };
  return updateTrack(tx, track.id, { ...planColumns(plan), ...next, ...manager });
}

async function dueOf({ clock }: Context, tx: Db, plan: TrackPlan) {
  return { nextDueAt: nextDue(plan, await clock.now(tx)) ?? null };
}
