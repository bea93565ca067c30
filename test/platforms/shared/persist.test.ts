import { describe, expect, it } from 'vitest';
import { PlatformError, type PlatformFault } from '../../../src/chat/platform.ts';
import { persist, type Persistence, waitAfter } from '../../../src/platforms/shared/persist.ts';

const never = new AbortController().signal;

/** Work that fails with each of the faults in turn, and then succeeds. */
function failing(...faults: PlatformFault[]): () => Promise<string> {
  return () => {
    const fault = faults.shift();
    return fault ? Promise.reject(new PlatformError(fault, 'on purpose')) : Promise.resolve('done');
  };
}

async function trying(work: () => Promise<string>, how: Partial<Persistence> = {}) {
  const failures: string[] = [];
  const onFailure = (error: unknown) => void failures.push((error as PlatformError).fault.code);
  const result = await persist(work, { signal: never, onFailure, ...how });
  return { result, failures };
}

describe('persistence', () => {
  it('goes on until the work succeeds, and reports each failure', async () => {
    expect(await trying(failing({ code: 'in-doubt' }, { code: 'busy', retryAfter: 1 }))).toEqual({
      result: 'done',
      failures: ['in-doubt', 'busy'],
    });
  });

  it('ends where repeating mends nothing', async () => {
    const isFinal = (error: unknown) => (error as PlatformError).fault.code === 'rejected';
    expect(await trying(failing({ code: 'rejected' }), { isFinal })).toEqual({
      result: undefined,
      failures: ['rejected'],
    });
  });

  it('ends after the last attempt', async () => {
    const busy: PlatformFault = { code: 'busy', retryAfter: 1 };
    expect(await trying(failing(busy, busy, busy), { attempts: 2 })).toEqual({
      result: undefined,
      failures: ['busy', 'busy'],
    });
  });

  it('ends at once when it is told to stop, however long the platform asks to wait', async () => {
    const stop = new AbortController();
    const result = persist(failing({ code: 'busy', retryAfter: 3_600_000 }), {
      signal: stop.signal,
      onFailure: () => stop.abort(),
    });
    expect(await result).toBeUndefined();
  });

  it('waits longer after each failure, up to a minute', () => {
    const waits = Array.from({ length: 10 }, (_, failures) => waitAfter(failures));
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect([waits[0], waits[1], waits.at(-1)]).toEqual([0, 100, 60_000]);
  });
});
