import { type APIDMChannel, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Place } from '../../chat/place.ts';
import type { Api } from './api.ts';
import { isRefusal } from './errors.ts';

/** People leave the server or delete their account. */
const UNREACHABLE = [RESTJSONErrorCodes.InvalidRecipients, RESTJSONErrorCodes.UnknownUser];

/** The channel for a member alone; opening it again gives the one there is. */
export async function openDirect(
  api: Api,
  workspace: string,
  member: string,
): Promise<Place | undefined> {
  try {
    const { id } = await api.request<APIDMChannel>('POST', Routes.userChannels(), {
      body: { recipient_id: member },
    });
    return { workspace, channel: id, member };
  } catch (error) {
    if (UNREACHABLE.some((code) => isRefusal(error, code))) return undefined;
    throw error;
  }
}
