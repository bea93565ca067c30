import { type APIDMChannel, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Direct } from '../../chat/platform.ts';
import type { Api } from './api.ts';
import { isRefusal } from './errors.ts';

/** People may close their direct messages, leave the server, or delete their account. */
const UNREACHABLE = [
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  RESTJSONErrorCodes.InvalidRecipients,
  RESTJSONErrorCodes.UnknownUser,
];

/** Writes to a member alone. Opening the channel again gives the one there is. */
export async function direct(
  api: Api,
  member: string,
  sendTo: (channel: string) => Promise<unknown>,
): Promise<Direct> {
  try {
    const { id } = await api.request<APIDMChannel>('POST', Routes.userChannels(), {
      body: { recipient_id: member },
    });
    await sendTo(id);
    return 'delivered';
  } catch (error) {
    if (UNREACHABLE.some((code) => isRefusal(error, code))) return 'not-delivered';
    throw error;
  }
}
