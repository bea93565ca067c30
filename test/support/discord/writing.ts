import {
  MessageFlags,
  MessageReferenceType,
  MessageType,
  StickerFormatType,
} from 'discord-api-types/v10';
import type { Seen, Wordless } from '../stage.ts';
import type { Gateway } from './gateway.ts';
import { buildMessage, editMessage, mentioned, replace, store } from './messages.ts';
import { seen } from './seen.ts';
import { channelPayload, membership } from './wire.ts';
import { findMessage, type Member, type StoredMessage, type World } from './world.ts';

/** A person writes into the thread under a message. */
export function write(
  world: World,
  gateway: Gateway,
  { user }: Member,
  under: Seen,
  text: string,
  what?: Wordless,
): Seen {
  const thread = world.channels.get(under.id);
  if (!thread) throw new Error('there is no thread under this message');
  if (thread.archived) {
    thread.archived = false;
    gateway.dispatch('THREAD_UPDATE', channelPayload(world, thread));
  }
  const message = buildMessage(world, {
    channel: thread.id,
    author: user,
    body: { content: text },
    ...(what && { besides: BESIDES[what] }),
  });
  store(world, message);
  gateway.dispatch('MESSAGE_CREATE', fromMember(world, message));
  return seen(world, message);
}

/** A person replies to a message in its channel, with the ping on or off. */
export function replyTo(
  world: World,
  gateway: Gateway,
  { user }: Member,
  { to, text, ping }: { readonly to: Seen; readonly text: string; readonly ping: boolean },
): Seen {
  const { channel_id: channel, author } = stored(world, to.id);
  const message = buildMessage(world, {
    channel,
    author: user,
    body: { content: text, message_reference: { message_id: to.id } },
    pings: ping ? [author.id] : [],
  });
  store(world, message);
  gateway.dispatch('MESSAGE_CREATE', fromMember(world, message));
  return seen(world, message);
}

const file = (content_type: string) => ({
  ...{ id: '7', filename: 'a-file', size: 9, content_type },
  ...{ url: `data:${content_type};base64,`, proxy_url: 'https://cdn.invalid/a-file' },
});

/** What Discord tells of a message beside its text. */
const BESIDES: Readonly<Record<Wordless, object>> = {
  picture: { attachments: [file('image/png')] },
  voice: { attachments: [file('audio/ogg')], flags: MessageFlags.IsVoiceMessage },
  sticker: { sticker_items: [{ id: '7', name: 'Wave', format_type: StickerFormatType.PNG }] },
  forwarded: {
    message_reference: { type: MessageReferenceType.Forward, channel_id: '7', message_id: '7' },
    message_snapshots: [{ message: { type: MessageType.Default, content: 'Said elsewhere.' } }],
  },
};

export function rewrite(world: World, gateway: Gateway, { id }: Seen, text: string): void {
  const message = stored(world, id);
  const body = { content: text };
  // The person who is replied to stays mentioned, whatever is written.
  const pings = message.message_reference ? message.mentions.map((user) => user.id) : [];
  const mentions = mentioned(world, { body, pings });
  const edited = { ...editMessage(message, body, [], world.now()), mentions };
  replace(world, message, edited);
  gateway.dispatch('MESSAGE_UPDATE', fromMember(world, edited));
}

export function remove(world: World, gateway: Gateway, { id }: Seen): void {
  const message = stored(world, id);
  replace(world, message);
  const { channel_id } = message;
  gateway.dispatch('MESSAGE_DELETE', { id, channel_id, guild_id: world.guild.id });
}

/** Several at once, as a moderator does. */
export function removeAll(world: World, gateway: Gateway, messages: readonly Seen[]): void {
  const all = messages.map(({ id }) => stored(world, id));
  for (const message of all) replace(world, message);
  gateway.dispatch('MESSAGE_DELETE_BULK', {
    ids: all.map(({ id }) => id),
    channel_id: all[0]?.channel_id,
    guild_id: world.guild.id,
  });
}

function stored(world: World, id: string): StoredMessage {
  const message = findMessage(world, id);
  if (!message) throw new Error('the message is gone');
  return message;
}

export function fromMember(world: World, message: StoredMessage): object {
  return { ...message, guild_id: world.guild.id, member: membership() };
}
