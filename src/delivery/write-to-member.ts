import type { Message } from '../chat/message.ts';
import { type Platform, PlatformError } from '../chat/platform.ts';
import type { Member, Workspace } from '../db/tables.ts';
import type { Context } from './context.ts';
import { passesByItself, retryError } from './platform-faults.ts';
import { postPages } from './post-once.ts';

/** A message to one member outside of any channel; posted once under its key. */
export interface PrivateMessage {
  readonly platform: Platform;
  readonly workspace: Workspace;
  readonly member: Member;
  readonly message: Message;
  readonly key: string;
}

export type Written =
  | 'delivered'
  /** The member takes no messages from the bot, or is gone; the next one would fare no better. */
  | 'closed'
  /** This one was refused; the next one may well be taken. */
  | 'refused'
  | 'file-too-large';

/**
 * Writes to a member outside of any channel, exactly once under `key`; the caller holds its lock. That the
 * platform does not take it is an outcome and no fault: under this key it is not tried again.
 */
export async function writeToMember(
  context: Context,
  { platform, workspace, member, message, key }: PrivateMessage,
): Promise<Written> {
  try {
    const place = await platform.openDirect(workspace.externalId, member.externalId);
    if (!place) return 'closed';
    await postPages(context, { platform, place, message, key });
    return 'delivered';
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (passesByItself(error)) throw retryError(error);
    if (error.fault.code === 'file-too-large') return 'file-too-large';
    const { fault, refusal } = error;
    context.log.info({ key, fault: fault.code, refusal }, 'a member could not be written to');
    return fault.code === 'direct-closed' ? 'closed' : 'refused';
  }
}
