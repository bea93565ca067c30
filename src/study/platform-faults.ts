import { PlatformError } from '../chat/platform.ts';
import type { ParkReason } from '../domain/park-reason.ts';
import { Postponed } from '../jobs/queue.ts';
import type { Context } from './context.ts';

/** Where a platform asks for patience without saying how much. */
const BUSY_SECONDS = 5;

/**
 * For what concerns one member alone: what a platform refuses here stops no track, since one who blocks
 * the bot must not; it is logged with what it was `about`.
 */
export async function logRefusal(
  { log }: Context,
  about: object,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (!parkReason(error)) throw patience(error);
    log.warn({ ...about, err: error }, 'a member could not be told');
  }
}

/** Why a track is parked for a platform's error; undefined for one that passes by itself. */
export function parkReason({ fault }: PlatformError): ParkReason | undefined {
  switch (fault.code) {
    case 'workspace-gone':
    case 'channel-gone':
    case 'rejected':
      return fault.code;
    case 'thread-gone':
    case 'thread-locked':
    case 'message-gone':
      return 'rejected';
    case 'forbidden':
      return fault.permission ? `forbidden: ${fault.permission}` : 'forbidden';
    case 'busy':
    case 'in-doubt':
    case 'unauthorized':
      return undefined;
  }
}

/** A busy platform is no failure: the job comes again when the platform said so. */
export function patience(error: PlatformError): Error {
  if (error.fault.code !== 'busy') return error;
  const { retryAfter } = error.fault;
  const seconds = retryAfter === undefined ? BUSY_SECONDS : retryAfter / 1000;
  return new Postponed(seconds, error.message, { cause: error });
}
