import type { Message } from '../chat/message.ts';
import type { MessageRef } from '../chat/place.ts';
import { type EditOptions, type Platform, PlatformError } from '../chat/platform.ts';
import { Postponed } from '../jobs/queue.ts';
import type { Context } from './context.ts';
import { passesByItself, retryError } from './platform-faults.ts';

/** A bot that is kept out of a place may be let in again; it tries this often. */
const LOCKED_OUT_SECONDS = 6 * 3600;

/** For this long it tries: the time that data protection laws give. */
const LOCKED_OUT_MS = 30 * 86_400_000;

export interface Redacting {
  /** When something of it was deleted, in ISO 8601. */
  readonly since: string;
  /** For the log: what is redacted. */
  readonly about: object;
}

/** Takes something out of what was posted, and waits for a place that the bot is kept out of. */
export async function redacting(
  context: Context,
  of: Redacting,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    await laterOrNever(context, of, error);
  }
}

/** What was deleted on the platform shows nothing any more; for all else there may be a later. */
async function laterOrNever(
  { db, clock, log }: Context,
  { since, about }: Redacting,
  error: PlatformError,
): Promise<void> {
  if (error.fault.code === 'thread-gone') return;
  if (passesByItself(error)) throw retryError(error);
  const waited = (await clock.now(db)).getTime() - new Date(since).getTime();
  if (waited < LOCKED_OUT_MS) {
    throw new Postponed(
      LOCKED_OUT_SECONDS,
      `what was posted cannot be redacted yet: ${error.message}`,
    );
  }
  log.error({ ...about, err: error }, 'what was posted could not be redacted');
}

/** A page that was deleted on the platform shows nothing any more. */
export async function editPosted(
  platform: Platform,
  ref: MessageRef,
  { page, ...options }: EditOptions & { readonly page: Message },
): Promise<void> {
  try {
    await platform.edit(ref, page, options);
  } catch (error) {
    if (!(error instanceof PlatformError) || error.fault.code !== 'message-gone') throw error;
  }
}
