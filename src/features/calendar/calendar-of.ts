import type { Db } from '../../db/connect.ts';
import type { Calendar, SkippedDays } from '../../domain/calendar.ts';
import type { Schedule } from '../../domain/schedule.ts';

/** A track, or the plan that it is to have. */
export interface ScheduledTrack extends Schedule {
  readonly id: number;
}

/** Days that are stored as skipped, and whether the track's calendar says so or a person. */
export interface StoredSkip extends SkippedDays {
  readonly fromCalendar: boolean;
}

interface StoredCalendar extends Calendar {
  readonly skips: readonly StoredSkip[];
}

/** Those days that people named themselves. */
export const namedByPeople = ({ skips }: StoredCalendar): readonly StoredSkip[] =>
  skips.filter(({ fromCalendar }) => !fromCalendar);

/** When a track asks: its schedule, with the days that it skips. */
export async function calendarOf(db: Db, track: ScheduledTrack): Promise<StoredCalendar> {
  const [calendar] = await calendarsOf(db, [track]);
  return calendar ?? { ...track, skips: [] };
}

/** When each of these tracks asks, in their order. */
export async function calendarsOf(
  db: Db,
  tracks: readonly ScheduledTrack[],
): Promise<readonly StoredCalendar[]> {
  const rows = await skippedIn(
    db,
    tracks.map(({ id }) => id),
  );
  const byTrack = Map.groupBy(rows, ({ trackId }) => trackId);
  return tracks.map(({ id, cron, timezone }) => ({ cron, timezone, skips: byTrack.get(id) ?? [] }));
}

async function skippedIn(
  db: Db,
  trackIds: readonly number[],
): Promise<readonly (StoredSkip & { readonly trackId: number })[]> {
  if (trackIds.length === 0) return [];
  return db
    .selectFrom('skippedDays')
    .select(['trackId', 'fromDay as from', 'untilDay as until', 'reason', 'fromCalendar'])
    .where('trackId', 'in', trackIds)
    .orderBy('fromDay')
    .orderBy('id')
    .execute();
}
