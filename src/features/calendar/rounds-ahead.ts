import type { Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { type RoundsAhead, roundsAhead } from '../../domain/calendar.ts';
import type { Schedule } from '../../domain/schedule.ts';
import { calendarOf, calendarsOf, type ScheduledTrack } from './calendar-of.ts';

/** How many of a track's next rounds are shown. */
const SHOWN_ROUNDS = 3;

/** The next rounds of each track; none of one that asks nothing. */
export async function roundsOfTracks(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  tracks: readonly (ScheduledTrack & DueTimes)[],
  count = SHOWN_ROUNDS,
): Promise<readonly RoundsAhead[]> {
  const calendars = await calendarsOf(db, tracks);
  const now = await clock.now(db);
  return calendars.map((calendar, index) => {
    const track = tracks[index];
    const from = track && countedFrom(track, now);
    return from ? roundsAhead(calendar, from, count) : NONE_AHEAD;
  });
}

type DueTimes = Pick<Track, 'nextDueAt' | 'status' | 'resumesAt'>;

/** What lies ahead of a track that asks nothing. */
export const NONE_AHEAD: RoundsAhead = { asked: [], skipped: [] };

/** The instant after which rounds lie ahead: a round that was due and is not claimed yet is still to come. */
function countedFrom({ status, nextDueAt, resumesAt }: DueTimes, now: Date): Date | undefined {
  if (status === 'paused') return resumesAt ? justBefore(resumesAt) : undefined;
  return nextDueAt ? new Date(Math.min(now.getTime(), justBefore(nextDueAt).getTime())) : undefined;
}

const justBefore = (at: Date): Date => new Date(at.getTime() - 1);

/** The next rounds as they would come by a plan; the days that are skipped are those of the track, if there is one. */
export async function plannedRounds(
  { db, clock }: Context,
  { cron, timezone }: Schedule,
  trackId?: number,
): Promise<RoundsAhead> {
  const schedule = { cron, timezone };
  const calendar =
    trackId === undefined
      ? { ...schedule, skips: [] }
      : await calendarOf(db, { ...schedule, id: trackId });
  return roundsAhead(calendar, await clock.now(db), SHOWN_ROUNDS);
}
