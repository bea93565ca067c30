import { type APIMessage, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { MessageBody } from '../bodies.ts';
import {
  archivedThread,
  closedDirect,
  invalidBody,
  lockedThread,
  missingAccess,
  missingPermissions,
  nonTextChannel,
  notTheAuthor,
  unknownChannel,
  unknownEmoji,
  unknownMessage,
} from '../errors.ts';
import { checkMessage, checkPost } from '../limits.ts';
import { buildMessage, editMessage, replace, store } from '../messages.ts';
import type { Call, Route } from '../rest.ts';
import { seenByBot } from '../wire.ts';
import { botMay, type Channel, type StoredMessage, type World } from '../world.ts';

/** The channel, where the bot can see it. */
export function visibleChannel(world: World, id = ''): Channel {
  const channel = world.channels.get(id);
  if (!channel) throw unknownChannel();
  const seen =
    world.settings.botIsMember && botMay(world, channel, PermissionFlagsBits.ViewChannel);
  if (!seen) throw missingAccess();
  return channel;
}

export function requirePermission(world: World, channel: Channel, permission: bigint): void {
  if (!botMay(world, channel, permission)) throw missingPermissions();
}

export function messageIn(world: World, channel: Channel, id = ''): StoredMessage {
  const found = (world.messages.get(channel.id) ?? []).find((message) => message.id === id);
  if (!found) throw unknownMessage();
  return found;
}

export const messageRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/channels/{channel_id}/messages',
    check: (check, body: MessageBody) => checkPost(check, body),
    answer: post,
  },
  { method: 'GET', path: '/channels/{channel_id}/messages', answer: history },
  {
    method: 'PATCH',
    path: '/channels/{channel_id}/messages/{message_id}',
    check: (check, body: MessageBody) => checkMessage(check, body),
    answer: edit,
  },
  {
    method: 'PUT',
    path: '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me',
    answer: react,
  },
  {
    method: 'DELETE',
    path: '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me',
    answer: takeReactionBack,
  },
];

/** A forum’s and a media channel’s posts are threads; a category only holds channels. */
const WITHOUT_MESSAGES: readonly ChannelType[] = [
  ChannelType.GuildCategory,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
];

function post({ world, dispatch, params, body, files }: Call): object {
  const channel = visibleChannel(world, params['channel_id']);
  const wanted = body as MessageBody;
  if (WITHOUT_MESSAGES.includes(channel.type)) throw nonTextChannel();
  if (world.settings.refusePosts) throw world.settings.refusePosts;
  if (world.settings.closedDirect.has(channel.recipient ?? '')) throw closedDirect();
  requirePermission(world, channel, sending(channel, wanted));
  if (channel.locked) throw channel.archived ? archivedThread() : lockedThread();
  const earlier = sameNonce(world, channel, wanted);
  if (earlier) return earlier;
  reopen(channel, dispatch);
  const message = buildMessage(world, {
    channel: channel.id,
    author: world.bot,
    body: wanted,
    files,
  });
  store(world, message);
  notify(world, wanted);
  // The bot does not ask for what is written in private.
  if (!channel.recipient) dispatch('MESSAGE_CREATE', { ...message, guild_id: world.guild.id });
  return message;
}

/** A role that was deleted is shown and notifies nobody; so is one that not everybody may mention. */
function notify(world: World, { allowed_mentions: allowed }: MessageBody): void {
  for (const id of allowed?.roles ?? []) {
    if (id === world.guild.id) throw invalidBody([{ at: 'allowed_mentions', message: 'Everyone' }]);
    if (world.roles.get(id)?.mentionable) world.notified.push(id);
  }
}

function sending(channel: Channel, body: MessageBody): bigint {
  const speak =
    channel.parent === undefined
      ? PermissionFlagsBits.SendMessages
      : PermissionFlagsBits.SendMessagesInThreads;
  const embeds = body.embeds?.length ? PermissionFlagsBits.EmbedLinks : 0n;
  const files = body.attachments?.length ? PermissionFlagsBits.AttachFiles : 0n;
  const reply = body.message_reference ? PermissionFlagsBits.ReadMessageHistory : 0n;
  return speak | embeds | files | reply;
}

/** Discord says "the past few minutes". */
const NONCE_MS = 5 * 60_000;

function sameNonce(world: World, channel: Channel, body: MessageBody): StoredMessage | undefined {
  if (body.nonce === undefined || !body.enforce_nonce) return undefined;
  const since = world.now().getTime() - NONCE_MS;
  return (world.messages.get(channel.id) ?? []).find(
    ({ nonce, timestamp }) => nonce === body.nonce && new Date(timestamp).getTime() >= since,
  );
}

/** A message in an archived thread opens it again. */
function reopen(channel: Channel, dispatch: Call['dispatch']): void {
  if (!channel.archived) return;
  channel.archived = false;
  dispatch('THREAD_UPDATE', { id: channel.id, parent_id: channel.parent, type: channel.type });
}

function history({ world, params, query }: Call): object {
  const channel = visibleChannel(world, params['channel_id']);
  if (!botMay(world, channel, PermissionFlagsBits.ReadMessageHistory)) return [];
  const limit = Number(query.get('limit') ?? 50);
  const [after, before] = [query.get('after'), query.get('before')];
  const all = (world.messages.get(channel.id) ?? []).filter(
    ({ id }) =>
      (after === null || BigInt(id) > BigInt(after)) &&
      (before === null || BigInt(id) < BigInt(before)),
  );
  const page = after === null ? all.slice(-limit) : all.slice(0, limit);
  // Newest first; the nonce is told to the sender alone, and only once.
  return page
    .toReversed()
    .map((message) => seenByBot(world, withoutNonce(message), world.settings.messageContent));
}

function withoutNonce({ nonce: _, ...message }: StoredMessage): APIMessage {
  return message;
}

function edit({ world, dispatch, params, body, files }: Call): object {
  const channel = visibleChannel(world, params['channel_id']);
  const message = messageIn(world, channel, params['message_id']);
  if (message.author.id !== world.bot.id) throw notTheAuthor();
  if (channel.archived) throw archivedThread();
  const edited = editMessage(message, body as MessageBody, files, world.now());
  replace(world, message, edited);
  if (!channel.recipient) dispatch('MESSAGE_UPDATE', { ...edited, guild_id: world.guild.id });
  return edited;
}

function react({ world, params }: Call): undefined {
  const channel = visibleChannel(world, params['channel_id']);
  const message = messageIn(world, channel, params['message_id']);
  requirePermission(world, channel, PermissionFlagsBits.ReadMessageHistory);
  requirePermission(world, channel, PermissionFlagsBits.AddReactions);
  if (channel.archived) throw archivedThread();
  const name = params['emoji_name'] ?? '';
  const reactions = message.reactions ?? [];
  if (reactions.some(({ emoji }) => emoji.name === name)) return;
  const reaction = { emoji: { id: null, name }, me: true, count: 1 };
  replace(world, message, { ...message, reactions: [...reactions, reaction] } as StoredMessage);
}

function takeReactionBack({ world, params }: Call): undefined {
  const channel = visibleChannel(world, params['channel_id']);
  const message = messageIn(world, channel, params['message_id']);
  const name = params['emoji_name'] ?? '';
  const reactions = message.reactions ?? [];
  const left = reactions.filter(({ emoji }) => emoji.name !== name);
  if (left.length === reactions.length) throw unknownEmoji();
  replace(world, message, { ...message, reactions: left });
}
