import type { WebClient } from '@slack/web-api';
import type { Place } from '../../chat/place.ts';
import { attempt, slackCode } from './errors.ts';

/** People leave, and bots take no messages. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'cannot_dm_bot',
]);

/** The app's messages tab of a member; opening it again gives the one there is. */
export async function openDirect(
  client: WebClient,
  workspace: string,
  member: string,
): Promise<Place | undefined> {
  return attempt(async () => {
    try {
      const opened = await client.conversations.open({ users: member });
      return { workspace, channel: opened.channel?.id ?? '' };
    } catch (error) {
      if (UNREACHABLE.has(slackCode(error) ?? '')) return undefined;
      throw error;
    }
  });
}
