import { type APIGuildMember, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { MemberProfile } from '../../chat/event.ts';
import type { Api } from './api.ts';
import { isRefusal } from './errors.ts';
import { inPlace } from './in-place.ts';
import { profile } from './messages.ts';

const NO_MEMBER = [RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser];

/** One member, whom Discord tells of without a privileged intent; undefined for someone who is not in the server. */
export async function guildMember(
  api: Api,
  workspace: string,
  id: string,
): Promise<APIGuildMember | undefined> {
  try {
    return await inPlace(api, { workspace, channel: '' }, () =>
      api.request<APIGuildMember>('GET', Routes.guildMember(workspace, id)),
    );
  } catch (error) {
    if (NO_MEMBER.some((code) => isRefusal(error, code))) return undefined;
    throw error;
  }
}

export async function findPerson(
  api: Api,
  workspace: string,
  id: string,
): Promise<MemberProfile | undefined> {
  const member = await guildMember(api, workspace, id);
  return member && profile({ author: member.user, member });
}
