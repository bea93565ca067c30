import { type APIMessage, MessageType } from 'discord-api-types/v10';
import type { MemberProfile, ThreadMessage } from '../../chat/event.ts';
import type { Place } from '../../chat/place.ts';

/** What the bot reads of a message. One from the gateway names its author's membership, one from history
 *  does not. */
export interface WrittenMessage {
  readonly id: string;
  readonly type: number;
  readonly webhook_id?: string | null | undefined;
  readonly author: Author;
  readonly member?: { readonly nick?: string | null | undefined } | null | undefined;
  readonly content: string;
  readonly timestamp: string;
  readonly mentions?: readonly { readonly id: string }[] | null | undefined;
  readonly message_reference?:
    { readonly message_id?: string | null | undefined } | null | undefined;
}

interface Author {
  readonly id: string;
  readonly username: string;
  readonly global_name?: string | null | undefined;
  readonly bot?: boolean | null | undefined;
}

const WRITTEN: ReadonlySet<number> = new Set([MessageType.Default, MessageType.Reply]);

/** Written by a person: no bot, no webhook, and no notice of Discord's own. */
export function isFromPerson({ type, author, webhook_id: webhook }: WrittenMessage): boolean {
  return WRITTEN.has(type) && author.bot !== true && !webhook;
}

/** A reply counts as a mention while its ping is on; Discord hands its words over then, as for any mention. */
export function mentions({ mentions: all }: WrittenMessage, bot: string): boolean {
  return all?.some(({ id }) => id === bot) ?? false;
}

/** The thread that a message in a channel replies to: it bears the id of the message that it hangs on. */
export function threadRepliedTo(message: WrittenMessage, place: Place): Place | undefined {
  const repliedTo = message.message_reference?.message_id;
  if (message.type !== MessageType.Reply.valueOf() || !repliedTo) return undefined;
  return { ...place, thread: repliedTo };
}

/** What was said, without the mention of the bot that it may begin or end with. */
export function wordsOf({ content }: Pick<WrittenMessage, 'content'>, bot: string): string {
  const mention = `<@!?${bot}>`;
  return content.replace(new RegExp(`^\\s*${mention}\\s*|\\s*${mention}\\s*$`, 'g'), '');
}

export function threadMessage(message: WrittenMessage, thread: Place, bot: string): ThreadMessage {
  return {
    platform: 'discord',
    ref: { ...thread, message: message.id },
    member: profile(message),
    text: wordsOf(message, bot),
    at: new Date(message.timestamp),
    gesture: message.id,
  };
}

/** The same as history has it: with the newest text only. */
export function pastMessage(message: APIMessage, thread: Place, bot: string): ThreadMessage {
  const { edited_timestamp: edited } = message;
  return { ...threadMessage(message, thread, bot), ...(edited && { editedAt: new Date(edited) }) };
}

export function profile({
  author,
  member,
}: Pick<WrittenMessage, 'author' | 'member'>): MemberProfile {
  return { id: author.id, name: member?.nick ?? author.global_name ?? author.username };
}
