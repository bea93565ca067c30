import type { Db } from '../../db/connect.ts';
import type { Track } from '../../db/tables.ts';
import { updateTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { nextAsked, type SkippedDays } from '../../domain/calendar.ts';
import { dayAt } from '../../domain/day.ts';
import { readSkips, type SkipFault } from '../../domain/skipped-days.ts';
import { type TrackGone, withTrack } from '../tracks/with-track.ts';
import { calendarOf } from './calendar-of.ts';

export interface Skipping {
  readonly trackId: number;
  /** As people write them. */
  readonly written: string;
  /** Whether the days that were to be skipped before are skipped no longer. */
  readonly replaces: boolean;
}

export type DaysSkipped =
  | { readonly type: 'skipped'; readonly track: Track; readonly skips: readonly SkippedDays[] }
  /** Nothing was changed. */
  | { readonly type: 'refused'; readonly faults: readonly SkipFault[] }
  | TrackGone;

/** Takes days out of a track's calendar. A round that is open already keeps its deadline. */
export async function skipDays(context: Context, skipping: Skipping): Promise<DaysSkipped> {
  return withTrack(context, skipping.trackId, async (inside, track): Promise<DaysSkipped> => {
    const today = dayAt(await inside.clock.now(inside.db), track.timezone);
    const read = readSkips(skipping.written, today);
    if (!read.ok) return { type: 'refused', faults: read.faults };
    if (skipping.replaces) await deleteSkips(inside.db, track.id);
    await insertSkips(inside.db, track.id, read.skips);
    context.log.info({ track: track.id, days: read.skips.length }, 'changed the days to skip');
    return { type: 'skipped', ...(await reschedule(inside, track)) };
  });
}

async function deleteSkips(db: Db, trackId: number): Promise<void> {
  await db.deleteFrom('skippedDays').where('trackId', '=', trackId).execute();
}

/** Days that are skipped already are not written twice. */
async function insertSkips(db: Db, trackId: number, skips: readonly SkippedDays[]): Promise<void> {
  const { skips: known } = await calendarOf(db, { id: trackId, cron: '', timezone: '' });
  const isKnown = (skip: SkippedDays) =>
    known.some(({ from, until }) => from === skip.from && until === skip.until);
  const rows = skips
    .filter((skip) => !isKnown(skip))
    .map(({ from, until, reason }) => ({ trackId, fromDay: from, untilDay: until, reason }));
  if (rows.length > 0) await db.insertInto('skippedDays').values(rows).execute();
}

/** What was due and not claimed yet is asked all the same, where its day is not skipped now. */
async function reschedule({ db, clock }: Context, track: Track) {
  const calendar = await calendarOf(db, track);
  if (track.nextDueAt === null) return { track, skips: calendar.skips };
  const now = await clock.now(db);
  const after = Math.min(now.getTime(), track.nextDueAt.getTime() - 1);
  const nextDueAt = nextAsked(calendar, new Date(after)) ?? null;
  return { track: await updateTrack(db, track.id, { nextDueAt }), skips: calendar.skips };
}
