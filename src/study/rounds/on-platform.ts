import { PlatformError, type Platform } from '../../chat/platform.ts';
import { lockTrack, trackById } from '../../db/tracks.ts';
import type { Round, Track, Workspace } from '../../db/tables.ts';
import { roundById } from '../../db/rounds.ts';
import { workspaceById } from '../../db/workspaces.ts';
import {
  isSeenByCheck,
  type ParkReason,
  readParkReason,
  unseenByCheck,
} from '../../domain/park-reason.ts';
import { Postponed } from '../../jobs/queue.ts';
import { alone } from '../alone.ts';
import type { Context } from '../context.ts';
import { parkReason, patience } from '../platform-faults.ts';
import { checkChannel } from '../tracks/check-channel.ts';
import { park } from '../tracks/park.ts';

/** What a job that carries a round onto its platform needs at hand. */
export interface OnPlatform {
  readonly round: Round;
  readonly track: Track;
  readonly workspace: Workspace;
  readonly platform: Platform;
}

/**
 * Runs a job for a round alone: nothing runs for a parked or removed track, and what a platform
 * refuses for good parks the track.
 */
export async function withRound(
  context: Context,
  roundId: number,
  work: (at: OnPlatform) => Promise<void>,
): Promise<void> {
  await aloneWithRound(context, roundId, async (at) => {
    if (at.track.status === 'parked' || at.track.status === 'removed') return;
    await parkOnRefusal(context, at, () => work(at));
  });
}

/**
 * Runs a job while no other process works on the same round, whatever its track's status. The round is
 * read under the lock, so what an earlier job did is seen.
 */
export async function aloneWithRound(
  context: Context,
  roundId: number,
  work: (at: OnPlatform) => Promise<void>,
): Promise<void> {
  await alone(context, `round-${roundId}`, async () => {
    const at = await load(context, roundId);
    if (at) await work(at);
  });
}

async function load(context: Context, roundId: number): Promise<OnPlatform | undefined> {
  const round = await roundById(context.db, roundId);
  const track = round && (await trackById(context.db, round.trackId));
  if (!track) return undefined;
  const workspace = await workspaceById(context.db, track.workspaceId);
  const platform = context.platforms.get(workspace.platform);
  // A platform that is not configured any more: the job waits until it is.
  if (!platform) throw new Postponed(300, `${workspace.platform} is not configured`);
  return { round, track, workspace, platform };
}

/** Turns a platform's refusal into patience or into a parked track; passes on what it is not. */
export async function parkOnRefusal(
  context: Context,
  at: OnPlatform,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const refused = parkReason(error);
    if (!refused) throw patience(error);
    const reason = await explain(context, at, refused);
    await context.db.transaction().execute(async (tx) => {
      const fresh = await lockTrack(tx, at.track.id);
      if (fresh) await park(context, tx, fresh, reason);
    });
  }
}

/**
 * A platform that forbids does not say what is missing; asked, it does. Where it shows nothing in the
 * way, the track must not be resumed for that: it would be refused, and its channel told, for ever.
 */
async function explain(
  context: Context,
  { track, workspace }: OnPlatform,
  refused: ParkReason,
): Promise<ParkReason> {
  if (!isSeenByCheck(refused)) return refused;
  const [fault] = await checkChannel(context, workspace, track.channel);
  if (!fault) return unseenByCheck(refused);
  const names =
    fault.code === 'missing-permissions' && readParkReason(refused).code === 'forbidden';
  return names ? `forbidden: ${fault.permissions.join(', ')}` : refused;
}
