import type { Track } from '../../db/tables.ts';
import { trackById, type TrackChange, updateTrack } from '../../db/tracks.ts';
import { workspaceById } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import { nextAsked } from '../../domain/calendar.ts';
import { dayAt } from '../../domain/day.ts';
import type { ChannelFault, TrackPlan } from '../../domain/track-plan.ts';
import { startOfDay } from '../../domain/wall-clock.ts';
import { calendarOf, type ScheduledTrack } from '../calendar/calendar-of.ts';
import { planColumns, type PlannedTrack } from '../tracks/add-track.ts';
import { checkChannel } from '../tracks/check-channel.ts';
import { type TrackGone, withTrack } from '../tracks/with-track.ts';

export type Edited =
  | { readonly type: 'edited'; readonly track: Track }
  /** Nothing was saved. */
  | { readonly type: 'refused'; readonly faults: readonly ChannelFault[] }
  | TrackGone;

export interface NewPlan {
  readonly trackId: number;
  readonly plan: TrackPlan;
}

/**
 * Gives a track another plan. An open round keeps the deadline it states; a paused or suspended track
 * stays so.
 */
export async function editTrack(context: Context, { trackId, plan }: NewPlan): Promise<Edited> {
  const track = await trackById(context.db, trackId);
  if (!track) return { type: 'gone' };
  const workspace = await workspaceById(context.db, track.workspaceId);
  const faults = await checkChannel(context, workspace, track.channel);
  if (faults.length > 0) return { type: 'refused', faults };
  return withTrack(context, trackId, async (inside, locked) => ({
    type: 'edited',
    track: await rewriteTrack(inside, locked, { plan }),
  }));
}

/**
 * Writes the plan in the caller's transaction, which holds the track's lock. It is `managedBy` who
 * wrote it, where that is known.
 */
export async function rewriteTrack(
  context: Context,
  track: Track,
  { plan, managedBy }: Pick<PlannedTrack, 'plan' | 'managedBy'>,
): Promise<Track> {
  const moved = plan.cron !== track.cron || plan.timezone !== track.timezone;
  const next =
    moved && track.status === 'active' ? await dueOf(context, { ...plan, id: track.id }) : {};
  context.log.info({ track: track.id, ...next }, 'edited a track');
  const zone = zoneChange(track, plan.timezone);
  const manager = managedBy === undefined ? {} : { managedBy };
  return updateTrack(context.db, track.id, { ...planColumns(plan), ...next, ...zone, ...manager });
}

/** A pause ends with the start of its day, wherever that is now. */
function zoneChange({ resumesAt, timezone }: Track, planned: string): TrackChange {
  if (!resumesAt || timezone === planned) return {};
  return { resumesAt: startOfDay(dayAt(resumesAt, timezone), planned) };
}

async function dueOf({ db, clock }: Context, track: ScheduledTrack) {
  const calendar = await calendarOf(db, track);
  return { nextDueAt: nextAsked(calendar, await clock.now(db)) ?? null };
}
