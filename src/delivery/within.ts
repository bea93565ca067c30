import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for work, but no longer than this. What is not done by then goes on, or ends with the process. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const waiting = new AbortController();
  const over = sleep(ms, undefined, { signal: waiting.signal }).catch(() => undefined);
  try {
    await Promise.race([work, over]);
  } finally {
    waiting.abort();
  }
}
