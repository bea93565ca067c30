import type { Track } from '../../db/tables.ts';
import type { RoundPart } from '../../domain/round-part.ts';
import { defineJob, type Job } from '../../jobs/job.ts';

/** Posts a claimed round's question and opens its thread. */
export const askJob = defineJob<{ readonly roundId: number }>('ask');

/** Fetches what was written in a round's thread while nobody listened. */
export const catchUpJob = defineJob<{ readonly roundId: number }>('catch-up');

/** Posts a closed round's reference answer. */
export const revealJob = defineJob<{ readonly roundId: number }>('reveal');

/** What of a round could not be put into its channel, and what the platform said. */
export interface FailedPart {
  readonly roundId: number;
  readonly part: RoundPart;
  readonly refusal?: string | undefined;
}

/** Tells a channel what could not be put there. */
export const tellFailureJob = defineJob<FailedPart>('tell-failure');

/** A job for a track's channel: all jobs for one channel run one after the other. */
export function inChannelOf<Data extends object>(
  { workspaceId, channel }: Pick<Track, 'workspaceId' | 'channel'>,
  job: Job<Data>,
): Job<Data> {
  return { ...job, group: `${workspaceId}:${channel}` };
}
