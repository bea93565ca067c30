import { type APIChannel, ChannelType, Routes } from 'discord-api-types/v10';
import { LRUCache } from 'lru-cache';
import type { Place } from '../../chat/place.ts';
import { PlatformError, type PlatformFault } from '../../chat/platform.ts';
import { persist } from '../shared/persist.ts';
import { isRefusedForGood } from './errors.ts';
import type { DiscordBot } from './interactions.ts';

/** Which channels are threads, and where these are. */
export interface Threads {
  /** A thread or a plain channel; undefined where it is gone, out of the bot's sight, or Discord does not say. */
  find(guild: string, channel: string): Promise<Place | undefined>;
  /** Keeps what the gateway tells of a channel. */
  learn(channel: Channel): void;
}

interface Channel {
  readonly id: string;
  readonly type: number;
  readonly parent_id?: string | null | undefined;
}

/** Where a thread hangs never changes; `undefined` for a channel that is no thread. */
interface Known {
  readonly parent: string | undefined;
}

/** Channels of some hundred servers, in a few megabytes. */
const REMEMBERED = 20_000;

/** About three minutes. What people do there meanwhile waits, in its order. */
const ATTEMPTS = 10;

/** Discord is asked for threads that were archived when the bot connected: the gateway leaves them out. */
export function createThreads(bot: DiscordBot, stopped: AbortSignal): Threads {
  const all = new LRUCache<string, Known>({ max: REMEMBERED });
  return {
    async find(guild, channel) {
      const known = all.get(channel) ?? (await ask(bot, stopped, channel));
      if (known === undefined) return undefined;
      all.set(channel, known);
      return known.parent === undefined
        ? { workspace: guild, channel }
        : { workspace: guild, channel: known.parent, thread: channel };
    },
    learn: (channel) => void all.set(channel.id, { parent: parentOf(channel) }),
  };
}

const THREADS: ReadonlySet<number> = new Set([
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
  { api, log }: DiscordBot,
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
    isFinal: isRefusedForGood,
  });
  if (!answer) log.error({ channel: id }, 'what someone did in a channel was not heard');
  return answer?.known;
}

function parentOf({ type, parent_id }: Channel): string | undefined {
  return THREADS.has(type) ? (parent_id ?? undefined) : undefined;
}
