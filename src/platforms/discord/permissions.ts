import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  OverwriteType,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import type { Place } from '../../chat/place.ts';
import type { Api } from './api.ts';
import { isRefusal } from './errors.ts';
import { inPlace } from './in-place.ts';
import { guildMember } from './people.ts';

/** What the bot needs in a track's channel, by the names Discord's settings show. */
export const NEEDED_PERMISSIONS = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Create Public Threads': PermissionFlagsBits.CreatePublicThreads,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Attach Files': PermissionFlagsBits.AttachFiles,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
  'Add Reactions': PermissionFlagsBits.AddReactions,
} as const;

export type PermissionName = keyof typeof NEEDED_PERMISSIONS;

/** The needed permissions that the bot lacks in a channel. */
export async function missingPermissions(api: Api, place: Place): Promise<readonly string[]> {
  const permissions = await ownPermissions(api, await guildOf(api, place), place.channel);
  return permissions === undefined ? ['View Channel'] : lacking(permissions);
}

/** The bot's own in a channel; undefined where it may not see it. */
export async function ownPermissions(
  api: Api,
  guild: APIGuild,
  place: string,
): Promise<bigint | undefined> {
  const self = await api.self();
  const bot = await api.request<APIGuildMember>('GET', Routes.guildMember(guild.id, self));
  const channel = await visibleChannel(api, place);
  if (channel === undefined) return undefined;
  const overwrites = 'permission_overwrites' in channel ? channel.permission_overwrites : undefined;
  return permissionsIn(guild, bot, overwrites ?? []);
}

export const guildOf = (api: Api, place: Place): Promise<APIGuild> =>
  inPlace(api, place, () => api.request<APIGuild>('GET', Routes.guild(place.workspace)));

/** Who left manages nothing. */
export async function mayManageGuild(api: Api, workspace: string, id: string): Promise<boolean> {
  const member = await guildMember(api, workspace, id);
  if (!member) return false;
  const guild = await guildOf(api, { workspace, channel: '' });
  return mayManage(String(permissionsIn(guild, member, [])));
}

/** A channel as Discord shows it; undefined where the bot may not see it. */
export async function visibleChannel(api: Api, channel: string): Promise<APIChannel | undefined> {
  try {
    return await api.request<APIChannel>('GET', Routes.channel(channel));
  } catch (error) {
    if (isRefusal(error, RESTJSONErrorCodes.MissingAccess)) return undefined;
    throw error;
  }
}

/** The needed permissions that the given ones lack. */
export function lacking(permissions: bigint): PermissionName[] {
  const names = Object.keys(NEEDED_PERMISSIONS) as PermissionName[];
  return names.filter((name) => (permissions & NEEDED_PERMISSIONS[name]) === 0n);
}

const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit);

/**
 * A member's permissions in a channel, as the "Permission Overwrites" section of Discord's
 * permissions page computes them: the roles' together, then the overwrites of everyone, of the
 * roles together, and of the member, each denying first.
 */
export function permissionsIn(
  guild: APIGuild,
  member: APIGuildMember,
  overwrites: readonly APIOverwrite[],
): bigint {
  const roles = new Set([guild.id, ...member.roles]);
  const base = guild.roles
    .filter((role) => roles.has(role.id))
    .reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  if (guild.owner_id === member.user.id || (base & PermissionFlagsBits.Administrator) !== 0n) {
    return ALL_PERMISSIONS;
  }
  const ofRoles = overwrites.filter((each) => each.type === OverwriteType.Role);
  const layers = [
    ofRoles.filter((each) => each.id === guild.id),
    ofRoles.filter((each) => each.id !== guild.id && roles.has(each.id)),
    overwrites.filter((each) => each.type === OverwriteType.Member && each.id === member.user.id),
  ];
  return layers.reduce(overwrite, base);
}

function overwrite(permissions: bigint, layer: readonly APIOverwrite[]): bigint {
  const denied = layer.reduce((sum, each) => sum | BigInt(each.deny), 0n);
  const allowed = layer.reduce((sum, each) => sum | BigInt(each.allow), 0n);
  return (permissions & ~denied) | allowed;
}

/** May a person with these permissions manage the server? The bits come with each interaction. */
export function mayManage(permissions: string): boolean {
  const manage = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
  return (BigInt(permissions) & manage) !== 0n;
}
