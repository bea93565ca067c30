import { describe, expect, it } from 'vitest';
import type { Locks } from '../../src/db/lock.ts';
import type { Context } from '../../src/delivery/context.ts';
import { withLock } from '../../src/delivery/with-lock.ts';
import { Postponed } from '../../src/jobs/queue.ts';

/** Locks that another process holds for so many tries. */
function heldFor(tries: number): Context {
  let left = tries;
  const locks: Locks = {
    run: async (_key, work) =>
      left-- > 0 ? { busy: true } : { busy: false, result: await work() },
    close: () => Promise.resolve(),
  };
  return { locks } as Context;
}

describe('a job whose lock another holds', () => {
  it('is done a moment later, where the other was done by then', async () => {
    let done = 0;
    await withLock(heldFor(1), 'round-1', () => Promise.resolve(void done++));
    expect(done).toBe(1);
  });

  it('is put off where the other is still at it', async () => {
    let done = 0;
    const job = withLock(heldFor(2), 'round-1', () => Promise.resolve(void done++));
    await expect(job).rejects.toBeInstanceOf(Postponed);
    expect(done).toBe(0);
  });
});
