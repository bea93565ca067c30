import type { WebClient } from '@slack/web-api';
import type { Place } from '../../chat/place.ts';
import type { PlaceFault } from '../../domain/track-plan.ts';
import { attempt, slackCode } from './errors.ts';
import type { Identity } from './identity.ts';

/** Slack's ids: of teams, and of channels, group conversations and direct messages. */
const TEAM = /^[TE][A-Z0-9]+$/;
const CONVERSATION = /^[CGD][A-Z0-9]+$/;

export async function checkPlace(
  client: WebClient,
  identity: () => Promise<Identity>,
  { workspace, channel }: Place,
): Promise<PlaceFault | undefined> {
  if (!TEAM.test(workspace)) return { code: 'workspace-id-invalid', given: workspace };
  if (!CONVERSATION.test(channel)) return { code: 'channel-id-invalid', given: channel };
  if (channel.startsWith('D')) return { code: 'channel-unsuitable' };
  return attempt(async () => {
    if ((await identity()).workspace !== workspace) return { code: 'channel-elsewhere' };
    return (await isConversation(client, channel)) ? { code: 'channel-unsuitable' } : undefined;
  });
}

/** What keeps the bot from looking is told by the permissions that it lacks. */
const UNSEEN = ['channel_not_found', 'missing_scope'];

/** Whether it is a conversation of people among themselves, rather than a channel. */
async function isConversation(client: WebClient, channel: string): Promise<boolean> {
  try {
    const { channel: info = {} } = await client.conversations.info({ channel });
    return info.is_im === true || info.is_mpim === true;
  } catch (error) {
    if (UNSEEN.includes(slackCode(error) ?? '')) return false;
    throw error;
  }
}
