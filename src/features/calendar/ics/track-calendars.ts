import type { Db } from '../../../db/connect.ts';
import type { Maybe, MaybeJson } from '../../../db/tables/column.ts';
import type { IcsFault } from './ics-fault.ts';

/** The .ics calendar of days off that a track has. Its days stand among the skipped days. */
interface TrackCalendarTable {
  readonly trackId: number;
  /** What people know it by: the host of its address, or the name of its file. */
  readonly name: string;
  readonly address: Maybe<string>;
  /** The whole file, where it came as one: it is read anew as time goes on. */
  readonly file: Maybe<string>;
  readonly readAt: Date;
  readonly refreshAt: Date;
  /** Since when it cannot be read, and why; null where it can. The days that were read last stay. */
  readonly failedSince: Maybe<Date>;
  readonly fault: MaybeJson<IcsFault>;
}

export const withTrackCalendars = (db: Db) =>
  db.withTables<{ readonly trackCalendars: TrackCalendarTable }>();

/** A track's calendar without what stands in it. */
export interface KnownIcs {
  readonly trackId: number;
  readonly name: string;
  readonly address: string | null;
  readonly readAt: Date;
  readonly failedSince: Date | null;
  readonly fault: IcsFault | null;
}

export async function icsOfTracks(
  db: Db,
  trackIds: readonly number[],
): Promise<ReadonlyMap<number, KnownIcs>> {
  if (trackIds.length === 0) return new Map();
  const rows = await withTrackCalendars(db)
    .selectFrom('trackCalendars')
    .select(['trackId', 'name', 'address', 'readAt', 'failedSince', 'fault'])
    .where('trackId', 'in', trackIds)
    .execute();
  return new Map(rows.map((row) => [row.trackId, row]));
}
