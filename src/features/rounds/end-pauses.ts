import type { Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { nextAsked } from '../../domain/calendar.ts';
import { calendarOf } from '../calendar/calendar-of.ts';
import { moveTrack } from '../tracks/track-state.ts';
import { withTrack } from '../tracks/with-track.ts';

/**
 * Lets tracks go on whose pause was to end by now. Whether they can ask is found out by their next round,
 * which suspends a track and says so where it cannot.
 */
export async function endPauses(context: Context): Promise<void> {
  const over = await context.db
    .selectFrom('tracks')
    .select('id')
    .where('status', '=', 'paused')
    .where('resumesAt', '<=', context.clock.instant())
    .orderBy('id')
    .execute();
  for (const { id } of over) {
    try {
      await withTrack(context, id, (inside, track) => endPause(inside, track));
    } catch (err) {
      // The rounds of the other tracks do not wait for it; the next tick tries again.
      context.log.error({ err, track: id }, 'could not end a pause');
    }
  }
}

/** Somebody may have resumed the track meanwhile, or paused it anew. */
async function endPause({ db, clock, log }: Context, track: Track): Promise<void> {
  const { resumesAt } = track;
  if (!resumesAt || resumesAt > (await clock.now(db))) return;
  // Counted from the start of the day, however late this runs: what was due since then is still asked.
  const start = new Date(resumesAt.getTime() - 1);
  const nextDueAt = nextAsked(await calendarOf(db, track), start) ?? null;
  const moved = await moveTrack(db, track.id, { type: 'end-pause', nextDueAt });
  if (moved.type === 'moved') log.info({ track: track.id, next: nextDueAt }, 'ended a pause');
}
