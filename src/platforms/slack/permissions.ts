import type { WebClient } from '@slack/web-api';
import type { Place } from '../../chat/place.ts';
import { attempt, slackCode } from './errors.ts';
import type { Identity } from './identity.ts';

/** The bot scopes of `app_manifest.yaml`, and what each is used for. */
export const SCOPES = {
  commands: 'slash commands',
  'chat:write': 'posting, editing, private notes in threads',
  'channels:read': 'is the bot in a public channel',
  'groups:read': 'is the bot in a private channel',
  'channels:history': 'answers in threads of public channels',
  'groups:history': 'answers in threads of private channels',
  'reactions:write': 'the mark on an answer that was taken',
  'im:write': 'private messages to those who suggested a question or manage a track',
  'im:history': 'finding a private message whose confirmation was lost',
  'files:write': 'pictures',
  'users:read': 'names, languages, time zones, who may manage',
} as const;

/** Asked for as well. Without them the bot works, but for what each is used for. */
export const OPTIONAL_SCOPES = {
  'files:read': 'files of questions that managers import',
  'usergroups:read': 'user groups that manage, or are notified of questions',
} as const;

const FOR_FILES: readonly (keyof typeof OPTIONAL_SCOPES)[] = ['files:read'];

/** The scope without which a form's field for a file cannot be used; undefined where the bot has it. */
export async function missingForFiles(client: WebClient): Promise<string | undefined> {
  // Asked for anew: the app may have been installed again since the bot was started.
  const { scopes = [] } = (await client.auth.test()).response_metadata ?? {};
  return FOR_FILES.find((scope) => !scopes.includes(scope));
}

export async function missingPermissions(
  client: WebClient,
  identity: () => Promise<Identity>,
  place: Place,
): Promise<readonly string[]> {
  return attempt(async () => {
    const { name, scopes } = await identity();
    const missing = Object.keys(SCOPES).filter((scope) => !scopes.includes(scope));
    return [...missing, ...(await missingInChannel(client, place.channel, `/invite @${name}`))];
  });
}

/** A private channel the bot is not in looks to it as if it did not exist. */
async function missingInChannel(
  client: WebClient,
  channel: string,
  invite: string,
): Promise<string[]> {
  try {
    const { channel: info = {} } = await client.conversations.info({ channel });
    if (info.is_archived === true) return ['unarchive the channel'];
    return info.is_member === true ? [] : [invite];
  } catch (error) {
    if (slackCode(error) === 'channel_not_found') return [invite];
    if (slackCode(error) === 'missing_scope') return [];
    throw error;
  }
}
