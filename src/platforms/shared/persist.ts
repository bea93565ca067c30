import { setTimeout as delay } from 'node:timers/promises';
import { PlatformError } from '../../chat/platform.ts';

/** Waits between attempts, in ms; the last one goes on. */
const WAITS = [100, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000] as const;

export const LONGEST_WAIT_MS = Math.max(...WAITS);

/** The wait after so many failures in a row. */
export function waitAfter(failures: number): number {
  return WAITS[Math.min(failures, WAITS.length) - 1] ?? 0;
}

/** Resolves after `ms`, or at once when `signal` aborts. */
export async function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}

export interface Persistence {
  /** Ends the attempts when it aborts. */
  readonly signal: AbortSignal;
  readonly onFailure: (error: unknown) => void;
  /** True where repeating mends nothing. */
  readonly isFinal?: (error: unknown) => boolean;
  /** Without it there is no last attempt. */
  readonly attempts?: number;
}

/**
 * Repeats `work` until it succeeds, waiting longer each time, or as long as the platform asks for.
 * Returns undefined where it never did.
 */
export async function persist<T>(
  work: () => Promise<T>,
  { signal, onFailure, isFinal = () => false, attempts = Infinity }: Persistence,
): Promise<T | undefined> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) return undefined;
      onFailure(error);
      if (failures >= attempts || isFinal(error)) return undefined;
      await pauseFor(askedWait(error) ?? waitAfter(failures), signal);
    }
  }
  return undefined;
}

function askedWait(error: unknown): number | undefined {
  const fault = error instanceof PlatformError ? error.fault : undefined;
  return fault?.code === 'busy' ? fault.retryAfter : undefined;
}
