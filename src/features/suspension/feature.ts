import { suspendedTracks } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { defineJob } from '../../jobs/job.ts';
import { type Feature, handleJob } from '../shared/feature.ts';
import { alertJob } from '../tracks/suspend-track.ts';
import { alertManagers } from './alert-managers.ts';
import { onMembershipEvent } from './on-membership-event.ts';
import { resumeSuspendedTracks } from './resume-suspended-tracks.ts';
import { suspensionWords } from './words/index.ts';

/** Looks whether suspended tracks can go on. */
const resumeJob = defineJob<Record<never, never>>('mend');

/** A permission granted again is noticed within this time. */
const EVERY_FIVE_MINUTES = '0 */5 * * * *';

/** Telling people that a track is suspended, and resuming it when the reason has gone. */
export const suspensionFeature: Feature = {
  name: 'suspension',
  words: suspensionWords,
  onMembership: onMembershipEvent,
  jobs: [handleJob(alertJob, alertManagers), handleJob(resumeJob, resumeSuspendedTracks)],
  duties: [
    {
      cron: EVERY_FIVE_MINUTES,
      run: lookForSuspended,
    },
  ],
};

/** Enqueues the job only where a track is suspended, so that an idle bot does nothing. */
async function lookForSuspended(context: Context): Promise<void> {
  const suspended = await suspendedTracks(context.db);
  if (suspended.length === 0) return;
  await inTransaction(context, ({ db, enqueue }) => enqueue(db, resumeJob, {}));
}
