import { EventEmitter } from 'node:events';
import {
  type APIApplicationCommand,
  type APIMessage,
  type APIUser,
  ChannelType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Language } from '../../../src/domain/language.ts';
import type { Refusal } from './errors.ts';
import type { PendingInteraction } from './interactions.ts';

/** Everything the loopback knows: one application with its bot, one server with its people. */
export interface World {
  readonly now: () => Date;
  readonly ids: () => string;
  readonly token: string;
  readonly application: string;
  readonly bot: APIUser;
  readonly guild: Guild;
  readonly channels: Map<string, Channel>;
  readonly members: Map<string, Member>;
  /** Those that people made, beside the bot's and the managers'. */
  readonly roles: Map<string, Role>;
  /** Ids of the roles that were notified, once for each time. */
  readonly notified: string[];
  /** By channel or thread, oldest first. */
  readonly messages: Map<string, StoredMessage[]>;
  /** What one member alone sees. */
  readonly whispers: Whisper[];
  readonly interactions: Map<string, PendingInteraction>;
  /** What people put into forms, by the path at which it stands. */
  readonly uploads: Map<string, Buffer>;
  commands: APIApplicationCommand[];
  readonly refusals: string[];
  /** Emits `change` after everything that happens. */
  readonly changes: EventEmitter;
  readonly settings: Settings;
}

/** What tests may turn while the world runs. */
export interface Settings {
  /** Where files are served, in the place of Discord's own hosts. */
  origin: string;
  /** The switch in the Developer Portal. */
  messageContent: boolean;
  /** False: the token was reset, and every request is refused. */
  tokenValid: boolean;
  botIsMember: boolean;
  /** Of a thousand a day; the token is reset when a bot goes on without. */
  identifiesLeft: number;
  deliverTwice: boolean;
  /** Ids of people who take no direct messages. */
  readonly closedDirect: Set<string>;
  failPosts: number;
  /** Asks for one channel that are answered with a 502. */
  failChannelReads: number;
  /** Answers to gestures that are not taken: the next is met with a 502. */
  failAnswers: number;
  /** Answers to gestures that are taken, and whose confirmation is lost. */
  swallowAnswers: number;
  /** Every post is refused so, whatever is in it. */
  refusePosts: Refusal | undefined;
  swallowPostAnswers: number;
  rateLimit: { count: number; seconds: number; readonly global?: boolean };
  /** What the bot may send, all its processes together: as many at once, and as many more each second. */
  requestsASecond: number;
}

interface Guild {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly botRole: string;
  readonly managerRole: string;
}

export type GuildChannelKind =
  | ChannelType.GuildText
  | ChannelType.GuildAnnouncement
  | ChannelType.GuildVoice
  | ChannelType.GuildStageVoice
  | ChannelType.GuildCategory
  | ChannelType.GuildForum
  | ChannelType.GuildMedia;

export type ThreadKind = ChannelType.PublicThread | ChannelType.AnnouncementThread;

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly type: GuildChannelKind | ThreadKind | ChannelType.DM;
  readonly parent?: string;
  /** Of a direct message channel: the person at its other end. */
  readonly recipient?: string;
  /** What the bot's role is denied here. */
  denied: bigint;
  archived: boolean;
  /** By a moderator: only those who may manage threads write in it. */
  locked: boolean;
}

interface Role {
  readonly id: string;
  readonly name: string;
  /** May everybody mention it? */
  mentionable: boolean;
}

export interface Member {
  readonly user: APIUser;
  readonly manages: boolean;
  readonly language: Language;
}

export type StoredMessage = APIMessage & { readonly channel_id: string };

interface Whisper {
  readonly to: string;
  message: StoredMessage;
  /** It answers the person's own gesture, and is not counted as told. */
  readonly answers: boolean;
}

/** Milliseconds of 2015-01-01, from which Discord's ids count. */
const EPOCH = 1_420_070_400_000;

export function createWorld(now: () => Date, settings: Partial<Settings>): World {
  const ids = idsBy(now);
  const [guild, application] = [ids(), ids()];
  const bot = user(application, 'whetstone', true);
  return {
    now,
    ids,
    token: `${Buffer.from(application).toString('base64url')}.loopback.token`,
    application,
    bot,
    guild: { id: guild, name: 'Loopback', owner: ids(), botRole: ids(), managerRole: ids() },
    channels: new Map(),
    members: new Map(),
    roles: new Map(),
    notified: [],
    messages: new Map(),
    whispers: [],
    interactions: new Map(),
    uploads: new Map(),
    commands: [],
    refusals: [],
    changes: new EventEmitter().setMaxListeners(0),
    settings: {
      origin: '',
      messageContent: true,
      tokenValid: true,
      botIsMember: true,
      identifiesLeft: 1_000,
      deliverTwice: false,
      closedDirect: new Set(),
      failPosts: 0,
      failChannelReads: 0,
      failAnswers: 0,
      swallowAnswers: 0,
      refusePosts: undefined,
      swallowPostAnswers: 0,
      rateLimit: { count: 0, seconds: 0 },
      requestsASecond: Infinity,
      ...settings,
    },
  };
}

/** Ids grow with time, and with each other within one millisecond. */
function idsBy(now: () => Date): () => string {
  let last = 0n;
  return () => {
    const byClock = BigInt(now().getTime() - EPOCH) << 22n;
    last = byClock > last ? byClock : last + 1n;
    return String(last);
  };
}

export function user(id: string, name: string, bot = false): APIUser {
  return {
    id,
    username: name,
    global_name: bot ? null : name,
    discriminator: '0',
    avatar: null,
    bot,
  };
}

export function addChannel(
  world: World,
  name: string,
  denied = 0n,
  type: GuildChannelKind = ChannelType.GuildText,
): Channel {
  const channel: Channel = {
    id: world.ids(),
    name,
    type,
    denied,
    archived: false,
    locked: false,
  };
  world.channels.set(channel.id, channel);
  return channel;
}

/** What the invite link of docs/discord.md grants, and what everyone may do. */
export const BOT_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions;

/** A thread has its channel's permissions. */
export function botMay(world: World, channel: Channel, permission: bigint): boolean {
  const above = channel.parent === undefined ? channel : world.channels.get(channel.parent);
  return (BOT_PERMISSIONS & ~(above?.denied ?? 0n) & permission) === permission;
}

export function findMessage(world: World, id: string): StoredMessage | undefined {
  const whisper = world.whispers.find(({ message }) => message.id === id);
  return whisper?.message ?? [...world.messages.values()].flat().find((each) => each.id === id);
}
