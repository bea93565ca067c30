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

export function threadMessage(message: WrittenMessage, thread: Place): ThreadMessage {
  return {
    platform: 'discord',
    ref: { ...thread, message: message.id },
    member: profile(message),
    text: message.content,
    at: new Date(message.timestamp),
    gesture: message.id,
  };
}

/** The same as history has it: with the newest text only. */
export function pastMessage(message: APIMessage, thread: Place): ThreadMessage {
  const { edited_timestamp: edited } = message;
  return { ...threadMessage(message, thread), ...(edited && { editedAt: new Date(edited) }) };
}

function profile({ author, member }: WrittenMessage): MemberProfile {
  return { id: author.id, name: member?.nick ?? author.global_name ?? author.username };
}
