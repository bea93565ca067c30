import { DiscordSnowflake } from '@sapphire/snowflake';
import { type APIMessage, Routes } from 'discord-api-types/v10';
import type { ThreadMessage } from '../../chat/event.ts';
import type { MessageRef, Place } from '../../chat/place.ts';
import type { Api } from './api.ts';
import { LIMITS } from './limits.ts';
import { bearsMark, markOf } from './mark.ts';
import { isFromPerson, mentions, pastMessage } from './messages.ts';

interface Sought {
  readonly place: Place;
  readonly key: string;
  readonly since: Date;
}

export async function find(
  api: Api,
  { place, key, since }: Sought,
): Promise<MessageRef | undefined> {
  const [self, mark] = [await api.self(), markOf(key)];
  for await (const message of historySince(api, place, since)) {
    if (message.author.id === self && bearsMark(message, mark))
      return { ...place, message: message.id };
  }
  return undefined;
}

interface ReadThread {
  readonly thread: Place;
  readonly since: Date;
  /** Without the privileged intent Discord leaves out the words of all but what mentions the bot. */
  readonly messageContent: boolean;
}

export async function threadHistory(
  api: Api,
  { thread, since, messageContent }: ReadThread,
): Promise<readonly ThreadMessage[]> {
  const self = await api.self();
  const messages: ThreadMessage[] = [];
  for await (const message of historySince(api, thread, since)) {
    if (!isFromPerson(message)) continue;
    if (messageContent || mentions(message, self))
      messages.push(pastMessage(message, thread, self));
  }
  return messages;
}

/** The messages written in a place at or after an instant, oldest first, read page by page. */
async function* historySince(api: Api, place: Place, since: Date): AsyncGenerator<APIMessage> {
  let after = justBefore(since);
  for (;;) {
    const page = await api.request<APIMessage[]>('GET', Routes.channelMessages(channelOf(place)), {
      query: { after, limit: String(LIMITS.historyPage) },
      place,
    });
    const sorted = page.toSorted((a, b) => compareIds(a.id, b.id));
    yield* sorted;
    const last = sorted.at(-1);
    if (last === undefined || page.length < LIMITS.historyPage) return;
    after = last.id;
  }
}

/** A thread is a channel of its own on Discord. */
export function channelOf(place: Place): string {
  return place.thread ?? place.channel;
}

/**
 * The greatest id that is older than the instant: `after` leaves out the id it names. Ids begin in 2015,
 * and Discord refuses the negative one that an earlier instant would come to.
 */
function justBefore(since: Date): string {
  const first = DiscordSnowflake.generate({
    timestamp: since,
    increment: 0n,
    workerId: 0n,
    processId: 0n,
  });
  return first > 0n ? String(first - 1n) : '0';
}

function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}
