import type { Db } from '../../db/connect.ts';
import type { Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import type { SuspendReason } from '../../domain/suspend-reason.ts';
import { defineJob } from '../../jobs/job.ts';
import { moveTrack } from './track-state.ts';

/**
 * Which suspension of which track is to be told of; each suspension has an id of its own. Jobs that an
 * earlier version left in the queue call the id `parking`.
 */
export type SuspensionAlert = { readonly trackId: number } & (
  { readonly suspension: string } | { readonly parking: string }
);

/** Tells the people who manage a track why it is suspended. */
export const alertJob = defineJob<SuspensionAlert>('alert');

/**
 * Sets a track aside with its reason: nothing is due in it, and nothing is tried in it, until it is
 * resumed. The people who manage it are told once, by a job. `refusal` is what the platform said.
 */
export async function suspendTrack(
  context: Context,
  tx: Db,
  track: Track,
  reason: SuspendReason,
  refusal?: string,
): Promise<void> {
  const moved = await moveTrack(tx, track.id, { type: 'suspend', reason, refusal });
  if (moved.type === 'unfit') return;
  const suspension = context.randomId();
  await context.enqueue(tx, alertJob, { trackId: track.id, suspension });
  context.log.warn({ track: track.id, reason, refusal }, 'suspended a track');
}
