import { setTimeout as delay } from 'node:timers/promises';

/** Waits between attempts, in ms; the last one goes on. */
const WAITS = [100, 500, 1_000, 2_000, 5_000, 10_000, 30_000] as const;

/** The wait before attempt `failures` + 1. */
export function waitAfter(failures: number): number {
  return WAITS[Math.min(failures, WAITS.length) - 1] ?? 0;
}

/** Resolves after `ms`, or at once when `signal` aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}

/** Repeats `work` until it succeeds, waiting longer each time; undefined when `signal` aborts. */
export async function persist<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onFailure: (error: unknown) => void,
): Promise<T | undefined> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await work();
    } catch (error) {
      onFailure(error);
    }
    await pause(waitAfter(failures), signal);
  }
  return undefined;
}
