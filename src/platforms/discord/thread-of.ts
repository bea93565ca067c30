import { type APIChannel, ChannelType, type Client, Routes } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Place } from '../../chat/place.ts';
import { PlatformError, type PlatformFault } from '../../chat/platform.ts';
import { persist } from '../shared/persist.ts';
import type { Desk } from './interactions.ts';

/** The thread that a channel is; undefined where it is none, is gone, or is out of the bot's sight. */
export type ThreadOf = (
  client: Client,
  guild: string,
  channel: string,
) => Promise<Place | undefined>;

/** Where a thread hangs never changes; `undefined` for a channel that is no thread. */
interface Known {
  readonly parent: string | undefined;
}

const REMEMBERED = 1_000;

/** About three minutes. What people do there meanwhile waits, in its order. */
const ATTEMPTS = 10;

/** Threads that were archived when the bot connected are not in the client's cache: they are asked for. */
export function createThreadOf(desk: Desk, stopped: AbortSignal): ThreadOf {
  const asked = new LRUCache<string, Known>({ max: REMEMBERED });
  return async (client, guild, channel) => {
    const known =
      cached(client, channel) ?? asked.get(channel) ?? (await ask(desk, stopped, channel));
    if (known === undefined) return undefined;
    asked.set(channel, known);
    return known.parent === undefined
      ? undefined
      : { workspace: guild, channel: known.parent, thread: channel };
  };
}

function cached(client: Client, id: string): Known | undefined {
  const channel = client.channels.cache.get(id);
  return channel && { parent: (channel.isThread() && channel.parentId) || undefined };
}

const THREADS: ReadonlySet<ChannelType> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

const OUT_OF_SIGHT: readonly PlatformFault['code'][] = [
  'channel-gone',
  'workspace-gone',
  'forbidden',
];

async function ask(
  { api, log }: Desk,
  stopped: AbortSignal,
  id: string,
): Promise<Known | undefined> {
  const look = async (): Promise<{ readonly known?: Known }> => {
    try {
      const channel = await api.request<APIChannel>('GET', Routes.channel(id));
      return { known: { parent: parentOf(channel) } };
    } catch (error) {
      if (error instanceof PlatformError && OUT_OF_SIGHT.includes(error.fault.code)) return {};
      throw error;
    }
  };
  const answer = await persist(look, {
    signal: stopped,
    attempts: ATTEMPTS,
    onFailure: (err) => log.warn({ err, channel: id }, 'Discord did not say what thread this is'),
    isFinal: (error) => error instanceof PlatformError && error.fault.code === 'rejected',
  });
  if (!answer) log.error({ channel: id }, 'what someone did in a channel was not heard');
  return answer?.known;
}

function parentOf(channel: APIChannel): string | undefined {
  if (!THREADS.has(channel.type) || !('parent_id' in channel)) return undefined;
  return channel.parent_id ?? undefined;
}
