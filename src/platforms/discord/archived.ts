import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Place } from '../../chat/place.ts';
import type { Api } from './api.ts';
import { isRefusal } from './errors.ts';
import { channelOf } from './history.ts';

/**
 * Does something that Discord refuses in an archived thread: where that is so, opens the thread, which the
 * bot that made it may, and archives it again. One that people have locked stays as it is.
 */
export async function throughArchive<T>(api: Api, place: Place, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const archived = isRefusal(error, RESTJSONErrorCodes.InvalidActionOnArchivedThread);
    if (!archived || place.thread === undefined) throw error;
  }
  await setArchived(api, place, false);
  try {
    return await act();
  } finally {
    // What was to be done is done; if this fails, Discord archives the thread by itself in a week.
    await setArchived(api, place, true).catch(() => undefined);
  }
}

async function setArchived(api: Api, place: Place, archived: boolean): Promise<void> {
  await api.request('PATCH', Routes.channel(channelOf(place)), { body: { archived }, place });
}
