import { PlatformError } from '../chat/platform.ts';
import type { SuspendReason } from '../domain/suspend-reason.ts';
import { Postponed } from '../jobs/queue.ts';
import type { Context } from './context.ts';

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
    if (passesByItself(error)) throw retryError(error);
    // Those who delete their message ask for no word about it.
    const level = error.fault.code === 'message-gone' ? 'info' : 'warn';
    log[level]({ ...about, err: error }, 'a member could not be told');
  }
}

/** Whether it is enough to try again later. */
export function passesByItself({ fault }: PlatformError): boolean {
  return fault.code === 'busy' || fault.code === 'in-doubt' || fault.code === 'unauthorized';
}

/**
 * Why a track is suspended at once for a platform's error: the channel is closed to the bot, so that the
 * next question would fare no better. Undefined for every other one: it passes by itself, concerns one
 * message alone, or bears a code that nobody has said the meaning of.
 */
export function suspendReason({ fault }: PlatformError): SuspendReason | undefined {
  switch (fault.code) {
    case 'workspace-gone':
    case 'channel-gone':
    case 'channel-archived':
      return fault.code;
    case 'forbidden':
      return fault.permission ? `forbidden: ${fault.permission}` : 'forbidden';
    case 'direct-closed':
    case 'thread-gone':
    case 'thread-locked':
    case 'message-gone':
    case 'message-refused':
    case 'file-too-large':
    case 'rejected':
    case 'busy':
    case 'in-doubt':
    case 'unauthorized':
      return undefined;
  }
}

/**
 * A platform that asks for time is no failure: the job comes again when the platform said. One that does
 * not say how much is unwell: the job fails, and the queue tries it later each time.
 */
export function retryError(error: PlatformError): Error {
  const { fault } = error;
  if (fault.code !== 'busy' || fault.retryAfter === undefined) return error;
  return new Postponed(fault.retryAfter / 1000, error.message, { cause: error });
}
