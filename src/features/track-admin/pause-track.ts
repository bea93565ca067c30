import type { Track } from '../../db/tables.ts';
import { updateTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { dayAt } from '../../domain/day.ts';
import { type PauseFault, readPauseEnd } from '../../domain/pause-end.ts';
import { startOfDay } from '../../domain/wall-clock.ts';
import { moveTrack } from '../tracks/track-state.ts';
import { type TrackGone, withTrack } from '../tracks/with-track.ts';

export interface Pausing {
  readonly trackId: number;
  /** The day on which it goes on by itself, as people write it; left out or empty: when somebody resumes it. */
  readonly until?: string | undefined;
}

export type Paused =
  | { readonly type: 'paused' | 'already-paused'; readonly track: Track }
  /** Nothing was changed. */
  | { readonly type: 'refused'; readonly fault: PauseFault }
  /** It is set aside already, until someone mends the reason. */
  | { readonly type: 'suspended'; readonly track: Track }
  | TrackGone;

/**
 * Nothing is due in a paused track; what is open goes on to its deadline. A track that is paused already is
 * paused anew: until another day, or until somebody resumes it.
 */
export async function pauseTrack(context: Context, { trackId, until }: Pausing): Promise<Paused> {
  return withTrack(context, trackId, async (inside, track): Promise<Paused> => {
    const end = await readEnd(inside, track, until?.trim() ?? '');
    if (!end.ok) return { type: 'refused', fault: end.fault };
    const { resumesAt } = end;
    const paused = await write(inside, track, resumesAt);
    if (paused.type === 'paused') inside.log.info({ track: trackId, resumesAt }, 'paused a track');
    return paused;
  });
}

type ReadEnd =
  | { readonly ok: true; readonly resumesAt: Date | null }
  | { readonly ok: false; readonly fault: PauseFault };

async function readEnd(
  { db, clock }: Context,
  { timezone }: Track,
  until: string,
): Promise<ReadEnd> {
  if (until === '') return { ok: true, resumesAt: null };
  const read = readPauseEnd(until, dayAt(await clock.now(db), timezone));
  return read.ok ? { ok: true, resumesAt: startOfDay(read.end, timezone) } : read;
}

async function write(
  { db }: Context,
  track: Track,
  resumesAt: Date | null,
): Promise<Exclude<Paused, TrackGone>> {
  const moved = await moveTrack(db, track.id, { type: 'pause', resumesAt });
  if (moved.type === 'moved') return { type: 'paused', track: moved.track };
  if (moved.status === 'suspended') return { type: 'suspended', track };
  const isSame = track.resumesAt?.getTime() === resumesAt?.getTime();
  if (isSame) return { type: 'already-paused', track };
  return { type: 'paused', track: await updateTrack(db, track.id, { resumesAt }) };
}
