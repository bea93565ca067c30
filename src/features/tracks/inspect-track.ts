import { candidatesIn } from '../../db/decks.ts';
import type { PlacedTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import type { TrackFault } from '../../domain/track-plan.ts';
import { checkChannel } from './check-channel.ts';

/** What would keep the track's next round from being held, as things are now. Empty when all is well. */
export async function inspectTrack(
  context: Pick<Context, 'db' | 'platforms' | 'log'>,
  { track, workspace }: PlacedTrack,
): Promise<readonly TrackFault[]> {
  const faults = await checkChannel(context, workspace, track.channel);
  const pool = await candidatesIn(context.db, track);
  return pool.length === 0 ? [...faults, { code: 'pool-empty' }] : faults;
}
