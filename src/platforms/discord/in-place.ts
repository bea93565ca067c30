import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Place } from '../../chat/place.ts';
import { PlatformError } from '../../chat/platform.ts';
import type { Api } from './api.ts';
import { isRefusal } from './errors.ts';

/** Discord answers "Missing Access" also where the bot was removed; one look tells which it is. */
export async function inPlace<T>(api: Api, place: Place, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!isRefusal(error, RESTJSONErrorCodes.MissingAccess)) throw error;
    if (await isMember(api, place.workspace)) throw error;
    throw new PlatformError({ code: 'workspace-gone' }, 'the bot is not in this server', {
      cause: error,
    });
  }
}

async function isMember(api: Api, workspace: string): Promise<boolean> {
  try {
    await api.request('GET', Routes.guild(workspace));
    return true;
  } catch (error) {
    return !(
      isRefusal(error, RESTJSONErrorCodes.UnknownGuild) ||
      isRefusal(error, RESTJSONErrorCodes.MissingAccess)
    );
  }
}
