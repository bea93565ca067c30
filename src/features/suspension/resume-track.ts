import { candidatesIn } from '../../db/decks.ts';
import type { Track } from '../../db/tables.ts';
import { trackById } from '../../db/tracks.ts';
import { workspaceById } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import { nextAsked } from '../../domain/calendar.ts';
import type { TrackFault } from '../../domain/track-plan.ts';
import { calendarOf } from '../calendar/calendar-of.ts';
import { resumeRounds } from '../rounds/resume-rounds.ts';
import { checkChannel } from '../tracks/check-channel.ts';
import { moveTrack, type TrackMove } from '../tracks/track-state.ts';
import { type TrackGone, withTrack } from '../tracks/with-track.ts';

export type Resumed =
  | { readonly type: 'resumed' | 'already-active'; readonly track: Track }
  /** What stands in the way is still there; nothing was changed. */
  | { readonly type: 'refused'; readonly track: Track; readonly faults: readonly TrackFault[] }
  | TrackGone;

/** Whether someone said that a track shall go on, or what suspended it was found mended. */
export type ResumedBy = 'person' | 'itself';

/**
 * Sets a paused or suspended track going again: its next round comes at the next due instant, and what
 * its rounds still owe is done now. Of itself a track goes no further than it was before it was suspended:
 * what a person paused stays paused.
 */
export async function resumeTrack(
  context: Context,
  trackId: number,
  by: ResumedBy = 'person',
): Promise<Resumed> {
  const track = await trackById(context.db, trackId);
  if (!track || track.status === 'removed') return { type: 'gone' };
  if (track.status === 'active') return { type: 'already-active', track };
  const faults = await obstacles(context, track);
  if (faults.length > 0) return { type: 'refused', track, faults };
  const resumed = await withTrack(context, trackId, (inside, locked) => resume(inside, locked, by));
  if (resumed.type === 'resumed') await resumeRounds(context, trackId);
  return resumed;
}

async function obstacles(context: Context, track: Track): Promise<readonly TrackFault[]> {
  const workspace = await workspaceById(context.db, track.workspaceId);
  const pool = await candidatesIn(context.db, track);
  const channel = await checkChannel(context, workspace, track.channel);
  return pool.length > 0 ? channel : [{ code: 'pool-empty' }, ...channel];
}

async function resume(context: Context, track: Track, by: ResumedBy): Promise<Resumed> {
  const { db, clock } = context;
  const nextDueAt = nextAsked(await calendarOf(db, track), await clock.now(db)) ?? null;
  const moved = await moveTrack(db, track.id, moveOf(track, by, nextDueAt));
  if (moved.type === 'unfit') return { type: 'already-active', track };
  const { status, nextDueAt: next } = moved.track;
  context.log.info({ track: track.id, status, next }, 'resumed a track');
  return { type: 'resumed', track: moved.track };
}

function moveOf({ suspendedFrom }: Track, by: ResumedBy, nextDueAt: Date | null): TrackMove {
  if (by === 'person') return { type: 'resume', nextDueAt };
  if (suspendedFrom === 'paused') return { type: 'recover-paused' };
  return { type: 'recover', nextDueAt };
}
