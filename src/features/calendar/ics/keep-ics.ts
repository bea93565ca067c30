import type { Track } from '../../../db/tables.ts';
import type { Context } from '../../../delivery/context.ts';
import { dayAt } from '../../../domain/day.ts';
import { startOfDay } from '../../../domain/wall-clock.ts';
import { type TrackGone, withTrack } from '../../tracks/with-track.ts';
import { rewriteSkips } from '../skip-days.ts';
import type { IcsFault } from './ics-fault.ts';
import { type GivenIcs, takeIcs, type TakenIcs } from './take-ics.ts';
import { withTrackCalendars } from './track-calendars.ts';

export type IcsKept =
  | { readonly type: 'kept' }
  /** Nothing was changed. */
  | { readonly type: 'refused'; readonly fault: IcsFault }
  | TrackGone;

/** Gives a track a calendar of days off, or none. */
export async function setIcs(
  context: Context,
  track: Track,
  given: GivenIcs | undefined,
): Promise<IcsKept> {
  const taken = given && (await takeIcs(context, track, given));
  if (taken && !taken.ok) return { type: 'refused', fault: taken.fault };
  return withTrack(context, track.id, async (inside, locked): Promise<IcsKept> => {
    await keepIcs(inside, locked, taken?.ics);
    return { type: 'kept' };
  });
}

/** Writes what was read, in the caller's transaction, which holds the track's lock. */
export async function keepIcs(
  context: Context,
  track: Track,
  ics: TakenIcs | undefined,
): Promise<void> {
  const { clock, log } = context;
  const db = withTrackCalendars(context.db);
  await db.deleteFrom('trackCalendars').where('trackId', '=', track.id).execute();
  if (ics) {
    const { name, address, file } = ics;
    const readAt = await clock.now(context.db);
    const row = { trackId: track.id, name, address, file, readAt };
    const refreshAt = nextNight(readAt, track);
    await db
      .insertInto('trackCalendars')
      .values({ ...row, refreshAt })
      .execute();
  }
  await rewriteSkips(context, track, { skips: ics?.days ?? [], fromCalendar: true });
  log.info({ track: track.id, events: ics?.days.length }, 'took over a calendar of days off');
}

const NIGHT_MS = 3 * 3_600_000;
const MINUTE_MS = 60_000;

/** An instant after three at night on the track's clock; tracks take different minutes, to spread the load. */
function nextNight(now: Date, { id, timezone }: Track): Date {
  const tomorrow = startOfDay(dayAt(now, timezone) + 1, timezone);
  return new Date(tomorrow.getTime() + NIGHT_MS + (id % 60) * MINUTE_MS);
}
