import type { WebClient } from '@slack/web-api';
import type { Message } from '../../chat/message.ts';
import { type Direct, PlatformError } from '../../chat/platform.ts';
import { attempt, slackCode } from './errors.ts';
import { post } from './outbound.ts';
import type { Pictures } from './pictures.ts';

/** People leave, and an app's settings may keep its messages tab shut. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'cannot_dm_bot',
  'messages_tab_disabled',
]);

/** Writes to a member alone, in the app's messages tab. */
export async function direct(
  client: WebClient,
  pictures: Pictures,
  to: { readonly workspace: string; readonly member: string },
  page: Message,
  key: string,
): Promise<Direct> {
  try {
    const opened = await attempt(() => client.conversations.open({ users: to.member }));
    const place = { workspace: to.workspace, channel: opened.channel?.id ?? '' };
    await post(client, pictures, place, page, key);
    return 'delivered';
  } catch (error) {
    const cause = error instanceof PlatformError ? error.cause : error;
    if (UNREACHABLE.has(slackCode(cause) ?? '')) return 'not-delivered';
    throw error;
  }
}
