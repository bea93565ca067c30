import { sql } from 'kysely';
import { trackById } from '../../../db/tracks.ts';
import type { Context } from '../../../delivery/context.ts';
import { inTransaction } from '../../../delivery/in-transaction.ts';
import { defineJob } from '../../../jobs/job.ts';
import { withTrack } from '../../tracks/with-track.ts';
import type { IcsFault } from './ics-fault.ts';
import { keepIcs } from './keep-ics.ts';
import { type GivenIcs, takeIcs } from './take-ics.ts';
import { withTrackCalendars } from './track-calendars.ts';

interface RefreshedTrack {
  readonly trackId: number;
}

/** Reads a track's calendar of days off anew. */
export const refreshIcsJob = defineJob<RefreshedTrack>('refresh-calendar');

/** Claims the calendars that are to be read anew: any number of replicas may run it at once. */
export async function claimIcsRefreshes(context: Context): Promise<void> {
  const { db, clock } = context;
  // Mostly none is due: one statement tells, where a transaction takes three.
  const due = sql`select 1 from track_calendars where refresh_at <= ${clock.instant()} limit 1`;
  if ((await due.execute(db)).rows.length === 0) return;
  await inTransaction(context, async (inside) => {
    for (const claimed of await claim(inside)) {
      await inside.enqueue(inside.db, refreshIcsJob, claimed);
    }
  });
}

/** Reading a calendar sets when it is read next. Where a crash cuts that off, it is tried again after an hour. */
async function claim({ db, clock }: Context): Promise<readonly RefreshedTrack[]> {
  const { rows } = await sql<RefreshedTrack>`
    update track_calendars set refresh_at = ${clock.instant()} + interval '1 hour'
    where refresh_at <= ${clock.instant()}
    returning track_id as "trackId"
  `.execute(db);
  return rows;
}

/** Reads a track's calendar again. Where that fails, the days that were read last stay, and the lists say so. */
export async function refreshIcs(context: Context, { trackId }: RefreshedTrack): Promise<void> {
  const [track, given] = [await trackById(context.db, trackId), await givenIcs(context, trackId)];
  if (!track || track.status === 'removed' || !given) return;
  const taken = await takeIcs(context, track, given);
  await withTrack(context, trackId, async (inside, locked) => {
    // Somebody may have given the track another calendar meanwhile.
    if (!isSame(given, await givenIcs(inside, trackId))) return;
    if (taken.ok) await keepIcs(inside, locked, taken.ics);
    else await noteFault(inside, trackId, taken.fault);
  });
}

async function givenIcs({ db }: Context, trackId: number): Promise<GivenIcs | undefined> {
  const row = await withTrackCalendars(db)
    .selectFrom('trackCalendars')
    .select(['name', 'address', 'file'])
    .where('trackId', '=', trackId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { name, address, file } = row;
  return address === null
    ? { type: 'file', name, text: file ?? '' }
    : { type: 'address', written: address };
}

const isSame = (one: GivenIcs, other: GivenIcs | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

async function noteFault({ db, clock, log }: Context, trackId: number, fault: IcsFault) {
  const now = await clock.now(db);
  await withTrackCalendars(db)
    .updateTable('trackCalendars')
    .set((eb) => ({
      fault: JSON.stringify(fault),
      failedSince: eb.fn.coalesce('failedSince', eb.val(now)),
    }))
    .where('trackId', '=', trackId)
    .execute();
  log.info({ track: trackId, fault }, 'a calendar of days off cannot be read');
}
