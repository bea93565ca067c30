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

export interface Suspension {
  readonly trackId: number;
  readonly reason: SuspendReason;
  /** What the platform said. */
  readonly refusal?: string | undefined;
}

/**
 * Sets a track aside with its reason: nothing is due in it, and nothing is tried in it, until it is
 * resumed. The people who manage it are told once, by a job. The caller's transaction holds its lock.
 */
export async function suspendTrack(
  { db, enqueue, log, randomId }: Context,
  { trackId, reason, refusal }: Suspension,
): Promise<void> {
  const moved = await moveTrack(db, trackId, { type: 'suspend', reason, refusal });
  if (moved.type === 'unfit') return;
  await enqueue(db, alertJob, { trackId, suspension: randomId() });
  log.warn({ track: trackId, reason, refusal }, 'suspended a track');
}
