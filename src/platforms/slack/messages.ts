import type { ThreadMessage } from '../../chat/event.ts';
import type { Identity } from './identity.ts';
import type { Members } from './members.ts';
import { mentionedMembers, readSlackText } from './read-text.ts';
import { dateOfTs } from './timestamps.ts';

/** What Slack's events and histories have in common about a message. */
export interface SlackMessage {
  readonly subtype?: string | undefined;
  readonly channel: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text?: string;
  readonly ts?: string;
  readonly thread_ts?: string;
  readonly client_msg_id?: string;
}

export interface PersonsMessage extends SlackMessage {
  readonly user: string;
  readonly ts: string;
  readonly thread_ts: string;
}

const WRITTEN_BY_PEOPLE: readonly (string | undefined)[] = [
  undefined,
  'file_share',
  'thread_broadcast',
];

/** Who the bot is in a message: its bot, its user, or both. */
export type Self = Pick<Identity, 'botId' | 'userId'>;

/** True for a message of the bot's own. Slack names its bot, its user, or both. */
export function isOwn({ user, bot_id: bot }: Partial<SlackMessage>, self: Self): boolean {
  return bot === self.botId || user === self.userId;
}

/** True for what a person wrote in a thread; the message a thread hangs on is not in it. */
export function isPersons<T extends Omit<SlackMessage, 'channel'>>(
  message: T,
  self: Self,
): message is T & Omit<PersonsMessage, 'channel'> {
  const { subtype, user, bot_id: bot, ts, thread_ts: thread } = message;
  if (!user || bot || ts === undefined || isOwn(message, self)) return false;
  return thread !== undefined && thread !== ts && WRITTEN_BY_PEOPLE.includes(subtype);
}

export async function threadMessage(
  workspace: string,
  message: PersonsMessage,
  members: Members,
): Promise<ThreadMessage> {
  const { channel, ts, thread_ts: thread, text = '' } = message;
  const { profile } = await members(message.user);
  return {
    platform: 'slack',
    ref: { workspace, channel, thread, message: ts },
    member: profile,
    text: readSlackText(text, await namesIn(text, members)),
    at: dateOfTs(ts),
    gesture: message.client_msg_id ?? `${channel}:${ts}`,
  };
}

/**
 * Whom one message mentions beyond this stays an id: Slack takes about a hundred look-ups a minute, and those
 * who press a button need theirs.
 */
const MOST_NAMES = 20;

async function namesIn(text: string, members: Members): Promise<ReadonlyMap<string, string>> {
  const mentioned = mentionedMembers(text).slice(0, MOST_NAMES);
  const known = mentioned.map(async (id) => [id, (await members(id)).profile.name] as const);
  return new Map(await Promise.all(known));
}
