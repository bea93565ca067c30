import { type APIMessage, type GatewayMessageCreateDispatchData, MessageType } from 'discord.js';
import type { MemberProfile, ThreadMessage } from '../../chat/event.ts';
import type { Place } from '../../chat/place.ts';

/** A message from the gateway names its author's membership, one from history does not. */
type AnyMessage = APIMessage & Partial<Pick<GatewayMessageCreateDispatchData, 'member'>>;

/** Written by a person: no bot, no webhook, and no notice of Discord's own. */
export function isFromPerson(message: APIMessage): boolean {
  const written = message.type === MessageType.Default || message.type === MessageType.Reply;
  return written && message.author.bot !== true && message.webhook_id === undefined;
}

export function threadMessage(message: AnyMessage, thread: Place): ThreadMessage {
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

function profile({ author, member }: AnyMessage): MemberProfile {
  return { id: author.id, name: member?.nick ?? author.global_name ?? author.username };
}
