import type { Message } from '../chat/message.ts';
import { type Platform, PlatformError } from '../chat/platform.ts';
import type { Member, Workspace } from '../db/tables.ts';
import type { Context } from './context.ts';
import { passesByItself, retryError } from './platform-faults.ts';
import { postPages } from './post-once.ts';

export interface Letter {
  readonly platform: Platform;
  readonly workspace: Workspace;
  readonly member: Member;
  readonly message: Message;
  readonly key: string;
}

/**
 * Writes to a member outside of any channel, exactly once under `key`; the caller holds its lock. That
 * someone takes no messages from the bot, or is gone, is an outcome and no fault: it is not tried again.
 */
export async function writeToMember(
  context: Context,
  { platform, workspace, member, message, key }: Letter,
): Promise<'delivered' | 'not-delivered' | 'file-too-large'> {
  try {
    const place = await platform.openDirect(workspace.externalId, member.externalId);
    if (!place) return 'not-delivered';
    await postPages(context, { platform, place, message, key });
    return 'delivered';
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (passesByItself(error)) throw retryError(error);
    if (error.fault.code === 'file-too-large') return 'file-too-large';
    context.log.info({ key, fault: error.fault.code }, 'a member could not be written to');
    return 'not-delivered';
  }
}
