import {
  type APIAttachment,
  type APIMessage,
  type APIUser,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import type { File, MessageBody } from './bodies.ts';
import { emptyMessage, invalidBody } from './errors.ts';
import type { StoredMessage, World } from './world.ts';

export interface NewMessage {
  readonly channel: string;
  readonly author: APIUser;
  readonly body: MessageBody;
  readonly files?: readonly File[];
  readonly type?: MessageType;
  /** What a person sends beside the text, as Discord tells of it. */
  readonly besides?: object;
  /** Ids of people whom it notifies without naming them. */
  readonly pings?: readonly string[];
}

/** A message as Discord keeps it, not yet put anywhere. */
export function buildMessage(world: World, message: NewMessage): StoredMessage {
  const { channel, author, body, files = [], type = MessageType.Default, besides } = message;
  const id = world.ids();
  const built = {
    id,
    channel_id: channel,
    author,
    type: body.message_reference ? MessageType.Reply : type,
    content: body.content ?? '',
    timestamp: world.now().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: mentioned(world, message),
    mention_roles: [],
    pinned: false,
    flags: body.flags ?? 0,
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    attachments: attach(id, body, files),
    ...(body.message_reference && { message_reference: body.message_reference }),
    ...(body.nonce !== undefined && { nonce: body.nonce }),
    ...besides,
  };
  if (!besides) requireContent(built);
  return built as unknown as StoredMessage;
}

/** The people whom the text names, and the one who is replied to with the ping on. */
export function mentioned(
  world: World,
  { body, pings = [] }: Pick<NewMessage, 'body' | 'pings'>,
): APIUser[] {
  const named = (body.content ?? '').matchAll(/<@!?(\d+)>/g).map(([, id]) => id);
  const meant = new Set([...pings, ...named]);
  const people = [world.bot, ...world.members.values().map((member) => member.user)];
  return people.filter(({ id }) => meant.has(id));
}

/** The message with what an edit names; a list that an edit names replaces the old one. */
export function editMessage(
  message: StoredMessage,
  body: MessageBody,
  files: readonly File[],
  at: Date,
): StoredMessage {
  const { content, embeds, components, attachments } = body;
  const edited = {
    ...message,
    ...(content !== undefined && { content: content ?? '' }),
    ...(embeds !== undefined && { embeds: embeds ?? [] }),
    components: components === undefined ? (message.components ?? []) : (components ?? []),
    ...(attachments !== undefined && { attachments: attach(message.id, body, files) }),
    flags: (message.flags ?? 0) & ~MessageFlags.Loading,
    edited_timestamp: at.toISOString(),
  };
  if (!edited.sticker_items) requireContent(edited);
  return edited as unknown as StoredMessage;
}

function attach(message: string, body: MessageBody, files: readonly File[]): APIAttachment[] {
  const described = body.attachments ?? [];
  const attached = files.map((file, index) => {
    const named = described.find(({ id }) => String(id) === file.id);
    return {
      id: `${message}${index}`,
      filename: named?.filename ?? file.name,
      size: file.bytes,
      content_type: file.type,
      url: `data:${file.type};base64,${file.content.toString('base64')}`,
      proxy_url: `https://cdn.invalid/${file.name}`,
      ...(named?.description && { description: named.description }),
    };
  });
  const strays = described.filter(({ id }) => !files.some((file) => file.id === String(id)));
  if (strays.length > 0) throw invalidBody([{ at: 'attachments', message: 'No such file' }]);
  requireFiles(body, attached);
  return attached;
}

/** An embed may show only a file that comes with the message. */
function requireFiles(body: MessageBody, attached: readonly APIAttachment[]): void {
  const names = new Set(attached.map(({ filename }) => filename));
  const wanted = (body.embeds ?? []).flatMap(({ image }) =>
    image?.url.startsWith('attachment://') ? [image.url.slice('attachment://'.length)] : [],
  );
  const absent = wanted.filter((name) => !names.has(name));
  if (absent.length > 0) throw invalidBody([{ at: 'embeds', message: `No file ${absent.join()}` }]);
}

interface Content {
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly attachments: readonly unknown[];
  readonly components: readonly unknown[];
}

function requireContent({ content, embeds, attachments, components }: Content): void {
  const parts = content.trim().length + embeds.length + attachments.length + components.length;
  if (parts === 0) throw emptyMessage();
}

/** Puts a message at the end of its channel. */
export function store(world: World, message: StoredMessage): void {
  const stored = world.messages.get(message.channel_id);
  if (stored) stored.push(message);
  else world.messages.set(message.channel_id, [message]);
}

/** Replaces a stored message, or removes it. */
export function replace(world: World, old: APIMessage, next?: StoredMessage): void {
  const stored = world.messages.get(old.channel_id) ?? [];
  const index = stored.findIndex(({ id }) => id === old.id);
  if (index >= 0) stored.splice(index, 1, ...(next ? [next] : []));
}
