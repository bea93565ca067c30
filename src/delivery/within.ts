import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits for work, but no longer than this. Returns whether it is done; what is not goes on, or ends with the
 * process.
 */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const waiting = new AbortController();
  const over = sleep(ms, false, { signal: waiting.signal }).catch(() => false);
  try {
    return await Promise.race([work.then(() => true), over]);
  } finally {
    waiting.abort();
  }
}
