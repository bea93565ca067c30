import {
  type APIMessage,
  type APIOverwrite,
  type APIRole,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { BOT_PERMISSIONS, type Channel, type Member, type World } from './world.ts';

/** Payloads in Discord's own shape, as far as discord.js and the bot read them. */
export function guildPayload(world: World) {
  const { guild } = world;
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.owner,
    roles: rolesPayload(world),
    emojis: [],
    stickers: [],
    features: [],
    preferred_locale: 'en-US',
    premium_tier: 0,
    nsfw_level: 0,
    verification_level: 0,
    mfa_level: 0,
  };
}

export function rolesPayload({ guild, roles }: World): readonly APIRole[] {
  return [
    role(guild.id, '@everyone', 0n),
    role(guild.botRole, 'whetstone', BOT_PERMISSIONS),
    role(guild.managerRole, 'managers', PermissionFlagsBits.ManageGuild),
    ...[...roles.values()].map(({ id, name, mentionable }) => ({
      ...role(id, name, 0n),
      mentionable,
    })),
  ];
}

/** What the gateway sends for each guild after READY. */
export function guildCreatePayload(world: World) {
  // Archived threads are not among them.
  const active = [...world.channels.values()].filter(({ archived }) => !archived);
  const channels = active.map((each) => channelPayload(world, each));
  return {
    ...guildPayload(world),
    joined_at: world.now().toISOString(),
    large: false,
    unavailable: false,
    member_count: world.members.size + 1,
    channels: channels.filter(({ type }) => type !== ChannelType.DM && !isThread(type)),
    threads: channels.filter(({ type }) => isThread(type)),
    members: [botMemberPayload(world)],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

const isThread = (type: ChannelType): boolean =>
  type === ChannelType.PublicThread || type === ChannelType.AnnouncementThread;

function role(id: string, name: string, permissions: bigint): APIRole {
  return { id, name, permissions: String(permissions), position: 0 } as APIRole;
}

export function channelPayload(world: World, channel: Channel) {
  if (channel.type === ChannelType.DM) return directPayload(world, channel);
  const base = { id: channel.id, name: channel.name, type: channel.type, guild_id: world.guild.id };
  if (channel.parent === undefined) {
    return {
      ...base,
      position: 0,
      parent_id: null,
      permission_overwrites: overwrites(world, channel),
    };
  }
  return {
    ...base,
    parent_id: channel.parent,
    owner_id: world.bot.id,
    message_count: world.messages.get(channel.id)?.length ?? 0,
    member_count: 1,
    thread_metadata: {
      archived: channel.archived,
      locked: channel.locked,
      auto_archive_duration: 10_080,
      archive_timestamp: world.now().toISOString(),
    },
  };
}

function directPayload({ members }: World, { id, type, recipient }: Channel) {
  const people = [...members.values()].filter(({ user }) => user.id === recipient);
  return { id, type, recipients: people.map(({ user }) => user), last_message_id: null, flags: 0 };
}

function overwrites(world: World, { denied }: Channel): APIOverwrite[] {
  if (denied === 0n) return [];
  return [{ id: world.guild.botRole, type: OverwriteType.Role, allow: '0', deny: String(denied) }];
}

export function botMemberPayload(world: World) {
  return { ...membership([world.guild.botRole]), user: world.bot };
}

/** A member as Discord tells of them when it is asked. */
export function memberPayload(world: World, { user, manages }: Member) {
  return { ...membership(manages ? [world.guild.managerRole] : []), user };
}

/** A member as a message event names them. */
export function membership(roles: readonly string[] = []) {
  return {
    nick: null,
    roles,
    joined_at: '2026-01-01T00:00:00Z',
    deaf: false,
    mute: false,
    flags: 0,
  };
}

/** A member as an interaction names them, with their permissions in the channel. */
export function interactionMemberPayload({ user, manages }: Member) {
  const common = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
  const permissions = manages ? common | PermissionFlagsBits.ManageGuild : common;
  return { ...membership(), user, permissions: String(permissions) };
}

/** Without the privileged intent, what people write reaches the bot empty unless it mentions the bot. */
export function seenByBot(
  world: World,
  message: Pick<APIMessage, 'author'> & Partial<APIMessage>,
  mayRead: boolean,
) {
  const isForBot = message.mentions?.some(({ id }) => id === world.bot.id) ?? false;
  if (mayRead || isForBot || message.author.id === world.bot.id) return message;
  return { ...message, content: '', embeds: [], attachments: [], components: [] };
}
