import { LRUCache } from 'lru-cache';
import type { Caller } from '../../chat/event.ts';

/** True where this person may go on, which is counted; false where they go too fast. */
export type RateLimit = (caller: Caller) => boolean;

export interface RateLimitOptions {
  /** Gestures at once, and in `perMs` after them. */
  readonly gestures: number;
  readonly perMs: number;
  /** People remembered, those who were still longest forgotten first. */
  readonly people: number;
}

/** Faster than anyone reads what came back, slower than a script. */
export const RATE: RateLimitOptions = { gestures: 20, perMs: 10_000, people: 10_000 };

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/**
 * A token bucket a person, in this process's memory: it spares the database a stuck key or a script,
 * and needs no agreement between replicas.
 *
 * @param elapsedMs A clock that only runs forward, from any moment on.
 */
export function createRateLimit(
  elapsedMs: () => number,
  { gestures, perMs, people }: RateLimitOptions = RATE,
): RateLimit {
  const buckets = new LRUCache<string, Bucket>({ max: people });
  return ({ platform, workspace, member }) => {
    const key = `${platform}:${workspace}:${member.id}`;
    const at = elapsedMs();
    const before = buckets.get(key) ?? { left: gestures, at };
    const left = Math.min(gestures, before.left + ((at - before.at) * gestures) / perMs);
    buckets.set(key, { left: left < 1 ? left : left - 1, at });
    return left >= 1;
  };
}
