import { type Platform, PlatformError } from '../../chat/platform.ts';
import { roundById } from '../../db/rounds.ts';
import type { Round, Track, Workspace } from '../../db/tables.ts';
import { lockTrack, tracksByIds } from '../../db/tracks.ts';
import { isDatabaseTrouble } from '../../db/trouble.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { passesByItself, retryError, suspendReason } from '../../delivery/platform-faults.ts';
import { withLock } from '../../delivery/with-lock.ts';
import {
  isSeenByCheck,
  readSuspendReason,
  type SuspendReason,
  unseenByCheck,
} from '../../domain/suspend-reason.ts';
import { Postponed } from '../../jobs/queue.ts';
import { checkChannel } from '../tracks/check-channel.ts';
import { suspendTrack, type Suspension } from '../tracks/suspend-track.ts';
import { countFailure, describeFailure, forgetFailures, type RoundFailure } from './failures.ts';
import { platformHere } from './running.ts';

/** What a job that carries a round onto its platform needs at hand. */
export interface RoundContext {
  readonly round: Round;
  readonly track: Track;
  readonly workspace: Workspace;
  readonly platform: Platform;
}

/** What a job does for a round, and what becomes of the round where that cannot be done. */
export interface RoundWork {
  readonly work: (at: RoundContext) => Promise<void>;
  /** Called where the platform refuses this one thing, or where the same failure keeps coming back. */
  readonly giveUp: (at: RoundContext, failure: RoundFailure) => Promise<void>;
}

/**
 * Runs a job for a round alone: nothing runs for a suspended or removed track. A channel that is closed to
 * the bot suspends the track; what concerns this round alone costs this round alone.
 */
export async function withRound(
  context: Context,
  roundId: number,
  { work, giveUp }: RoundWork,
): Promise<void> {
  await withRoundLock(context, roundId, async (at) => {
    if (at.track.status === 'suspended' || at.track.status === 'removed') return;
    try {
      await work(at);
    } catch (error) {
      const failure = await failureOf(context, at, error);
      if (failure) await giveUp(at, failure);
      return;
    }
    if (at.round.failures > 0) await forgetFailures(context, roundId);
  });
}

/**
 * Runs a job while no other process works on the same round, whatever its track's status. The round is
 * read under the lock, so what an earlier job did is seen.
 */
export async function withRoundLock(
  context: Context,
  roundId: number,
  work: (at: RoundContext) => Promise<void>,
): Promise<void> {
  await withLock(context, `round-${roundId}`, async () => {
    const at = await findRoundContext(context, roundId);
    if (at) await work(at);
  });
}

/** A round with where it is asked; undefined where it was deleted. */
export async function findRoundContext(
  context: Context,
  roundId: number,
): Promise<RoundContext | undefined> {
  const round = await roundById(context.db, roundId);
  const [placed] = round ? await tracksByIds(context.db, [round.trackId]) : [];
  if (!round || !placed) return undefined;
  const { track, workspace } = placed;
  const platform = await platformHere(context, workspace.platform);
  return { round, track, workspace, platform };
}

/**
 * Returns the failure for which a round is to be given up; undefined where its track was suspended instead.
 * What may pass is thrown, so that the job comes again.
 */
async function failureOf(
  context: Context,
  at: RoundContext,
  error: unknown,
): Promise<RoundFailure | undefined> {
  if (error instanceof Postponed) throw error;
  if (error instanceof PlatformError && passesByItself(error)) throw retryError(error);
  const reason = error instanceof PlatformError && suspendReason(error);
  if (reason) {
    await suspendFor(context, at, { reason, refusal: error.refusal });
    return undefined;
  }
  const failure = describeFailure(error);
  if (isOfOneRound(error)) return failure;
  if (isDatabaseTrouble(error)) throw error;
  if (!(await countFailure(context, at.round.id, failure))) throw error;
  return failure;
}

/** A refusal that says itself that the next question may fare better. */
function isOfOneRound(error: unknown): boolean {
  return error instanceof PlatformError && error.fault.code !== 'rejected';
}

async function suspendFor(
  context: Context,
  at: RoundContext,
  refused: Omit<Suspension, 'trackId'>,
): Promise<void> {
  const trackId = at.track.id;
  const reason = await explain(context, at, refused.reason);
  await inTransaction(context, async (inside) => {
    const isThere = await lockTrack(inside.db, trackId);
    if (isThere) await suspendTrack(inside, { ...refused, trackId, reason });
  });
}

/**
 * A platform that forbids does not say what is missing; asked, it does. Where it shows nothing in the
 * way, the track must not be resumed for that: it would be refused, and its channel told, for ever.
 */
async function explain(
  context: Context,
  { track, workspace }: RoundContext,
  refused: SuspendReason,
): Promise<SuspendReason> {
  if (!isSeenByCheck(refused)) return refused;
  const [fault] = await checkChannel(context, workspace, track.channel);
  if (!fault) return unseenByCheck(refused);
  const names =
    fault.code === 'missing-permissions' && readSuspendReason(refused).code === 'forbidden';
  return names ? `forbidden: ${fault.permissions.join(', ')}` : refused;
}
