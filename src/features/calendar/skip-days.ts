import type { Db } from '../../db/connect.ts';
import type { Track } from '../../db/tables.ts';
import { updateTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { nextAsked, type SkippedDays } from '../../domain/calendar.ts';
import { dayAt } from '../../domain/day.ts';
import { readSkips, type SkipFault, skipsFault, skipsInOrder } from '../../domain/skipped-days.ts';
import { type TrackGone, withTrack } from '../tracks/with-track.ts';
import { calendarOf, namedByPeople } from './calendar-of.ts';

export interface Skipping {
  readonly trackId: number;
  /** As people write them. */
  readonly written: string;
  /** Whether the days that were to be skipped before are skipped no longer. */
  readonly replaces: boolean;
}

export type DaysSkipped =
  | { readonly type: 'skipped'; readonly skips: readonly SkippedDays[] }
  /** Nothing was changed. */
  | { readonly type: 'refused'; readonly faults: readonly SkipFault[] }
  | TrackGone;

/** Takes days out of a track's calendar. A round that is open already keeps its deadline. */
export async function skipDays(context: Context, skipping: Skipping): Promise<DaysSkipped> {
  return withTrack(context, skipping.trackId, async (inside, track): Promise<DaysSkipped> => {
    const today = dayAt(await inside.clock.now(inside.db), track.timezone);
    const read = readSkips(skipping.written, today);
    if (!read.ok) return { type: 'refused', faults: read.faults };
    const known = namedByPeople(await calendarOf(inside.db, track));
    if (!skipping.replaces && read.skips.length === 0) return { type: 'skipped', skips: known };
    const skips = skipping.replaces ? read.skips : skipsInOrder([...known, ...read.skips]);
    const fault = skipsFault(skips);
    if (fault) return { type: 'refused', faults: [fault] };
    await replaceSkips(inside, track, skips);
    return { type: 'skipped', skips };
  });
}

/** Lets these days alone be skipped. The caller's transaction holds the track's lock. */
export async function replaceSkips(
  context: Context,
  track: Track,
  skips: readonly SkippedDays[],
): Promise<void> {
  await rewriteSkips(context, track, { skips, fromCalendar: false });
  context.log.info({ track: track.id, days: skips.length }, 'changed the days to skip');
}

interface NewSkips {
  readonly skips: readonly SkippedDays[];
  readonly fromCalendar: boolean;
}

/** Replaces the skipped days that people named, or those from the track's calendar; the others stay. */
export async function rewriteSkips(
  context: Context,
  track: Track,
  { skips, fromCalendar }: NewSkips,
): Promise<void> {
  const old = context.db.deleteFrom('skippedDays').where('trackId', '=', track.id);
  await old.where('fromCalendar', '=', fromCalendar).execute();
  await insertSkips(context.db, track.id, { skips, fromCalendar });
  await reschedule(context, track);
}

async function insertSkips(
  db: Db,
  trackId: number,
  { skips, fromCalendar }: NewSkips,
): Promise<void> {
  if (skips.length === 0) return;
  const rows = skips.map(({ from, until, reason }) => ({
    ...{ trackId, fromDay: from, untilDay: until, reason, fromCalendar },
  }));
  await db.insertInto('skippedDays').values(rows).execute();
}

/** What was due and not claimed yet is asked all the same, where its day is not skipped now. */
async function reschedule({ db, clock }: Context, track: Track): Promise<void> {
  if (track.nextDueAt === null) return;
  const calendar = await calendarOf(db, track);
  const now = await clock.now(db);
  const after = Math.min(now.getTime(), track.nextDueAt.getTime() - 1);
  const nextDueAt = nextAsked(calendar, new Date(after)) ?? null;
  await updateTrack(db, track.id, { nextDueAt });
}
