import { type APIRole, PermissionFlagsBits, Routes } from 'discord-api-types/v10';
import type { Group } from '../../chat/group.ts';
import type { Place } from '../../chat/place.ts';
import type { Api } from './api.ts';
import { inPlace } from './in-place.ts';
import { guildOf, ownPermissions } from './permissions.ts';

/** The server's roles but for `@everyone`, which bears the id of the server itself. */
export async function groups(api: Api, workspace: string): Promise<readonly Group[]> {
  const roles = await inPlace(api, { workspace, channel: '' }, () =>
    api.request<APIRole[]>('GET', Routes.guildRoles(workspace)),
  );
  return roles.filter(({ id }) => id !== workspace).map(({ id, name }) => ({ id, name }));
}

/** A role that not everybody may mention notifies only for a bot with the permission to mention all roles. */
export async function mayNotify(api: Api, place: Place, group: string): Promise<boolean> {
  const guild = await guildOf(api, place);
  const role = guild.roles.find(({ id }) => id === group);
  if (role === undefined) return false;
  if (role.mentionable) return true;
  const permissions = (await ownPermissions(api, guild, place.channel)) ?? 0n;
  return (permissions & PermissionFlagsBits.MentionEveryone) !== 0n;
}
