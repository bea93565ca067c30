import { PlatformError } from '../../../src/chat/platform.ts';
import type { PlaygroundStore } from '../../../src/platforms/playground/store.ts';

/** What goes wrong in the store, as a test asks for it. */
export interface StoreFaults {
  failPosts: number;
  swallowPostAnswers: number;
  rateLimit: { count: number; seconds: number };
  readonly closedTo: Set<string>;
  readonly deleted: Set<string>;
  botIsRemoved: boolean;
}

export const noFaults = (): StoreFaults => ({
  failPosts: 0,
  swallowPostAnswers: 0,
  rateLimit: { count: 0, seconds: 0 },
  closedTo: new Set(),
  deleted: new Set(),
  botIsRemoved: false,
});

/** The real store, which fails as told. Only the bot's own calls are kept from it, not people's. */
export function faulty(store: PlaygroundStore, faults: StoreFaults): PlaygroundStore {
  return {
    ...store,
    async channels() {
      if (faults.botIsRemoved) throw new PlatformError({ code: 'workspace-gone' }, 'removed');
      limit(faults);
      const channels = await store.channels();
      return channels
        .filter(({ id }) => !faults.deleted.has(id))
        .map((channel) => ({
          ...channel,
          botMayPost: channel.botMayPost && !faults.closedTo.has(channel.id),
        }));
    },
    async insertMessage(message) {
      if (message.author !== null || message.key === null) return store.insertMessage(message);
      if (faults.failPosts > 0) {
        faults.failPosts--;
        throw new Error('the store is down');
      }
      const stored = await store.insertMessage(message);
      if (faults.swallowPostAnswers > 0) {
        faults.swallowPostAnswers--;
        throw new Error('the connection broke after the commit');
      }
      return stored;
    },
  };
}

function limit({ rateLimit }: StoreFaults): void {
  if (rateLimit.count === 0) return;
  rateLimit.count--;
  const retryAfter = rateLimit.seconds * 1000;
  throw new PlatformError({ code: 'busy', retryAfter }, 'slow down');
}
