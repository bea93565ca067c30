import { type PlacedTrack, tracksByIds } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import type { Post } from '../../delivery/post-once.ts';
import { withLock } from '../../delivery/with-lock.ts';
import { platformHere } from '../rounds/running.ts';

/** Names a digest by its track and its period, of which there is one post. */
export interface DigestName {
  readonly trackId: number;
  /** The key of the period. */
  readonly period: string;
}

/** Where a digest goes, and its track. */
export interface DigestPlace extends Omit<Post, 'message'> {
  readonly placed: PlacedTrack;
}

/** Runs `work` on a digest while no other process does. It does not run where the track was deleted. */
export async function withDigestPlace(
  context: Context,
  { trackId, period }: DigestName,
  work: (at: DigestPlace) => Promise<void>,
): Promise<void> {
  const key = `track-${trackId}-digest-${period}`;
  await withLock(context, key, async () => {
    const [placed] = await tracksByIds(context.db, [trackId]);
    if (!placed) return;
    const { track, workspace } = placed;
    const platform = await platformHere(context, workspace.platform);
    const place = { workspace: workspace.externalId, channel: track.channel };
    await work({ placed, platform, place, key });
  });
}
