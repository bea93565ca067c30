import type { WebClient } from '@slack/web-api';
import type { Place } from '../../chat/place.ts';
import { PlatformError } from '../../chat/platform.ts';
import { attempt } from './errors.ts';

/**
 * The app's messages tab of a member; opening it again gives the one there is. People leave, and bots
 * take no messages.
 */
export async function openDirect(
  client: WebClient,
  workspace: string,
  member: string,
): Promise<Place | undefined> {
  try {
    const opened = await attempt(() => client.conversations.open({ users: member }));
    return { workspace, channel: opened.channel?.id ?? '' };
  } catch (error) {
    const isClosed = error instanceof PlatformError && error.fault.code === 'direct-closed';
    if (isClosed) return undefined;
    throw error;
  }
}
