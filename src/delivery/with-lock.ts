import { setTimeout as sleep } from 'node:timers/promises';
import { Postponed } from '../jobs/queue.ts';
import type { Context } from './context.ts';

/** Most jobs hold a lock for some statements or one request of the platform. */
const MOMENT_MS = 200;

const BUSY_ELSEWHERE_SECONDS = 2;

/**
 * Does a job's work while nobody else does what bears the same key. A job that meets another waits for a moment,
 * since putting it off costs seconds; then it is put off, so that it keeps no worker busy.
 */
export async function withLock(
  { locks }: Context,
  key: string,
  work: () => Promise<void>,
): Promise<void> {
  if (!(await locks.run(key, work)).busy) return;
  await sleep(MOMENT_MS);
  if ((await locks.run(key, work)).busy) {
    throw new Postponed(BUSY_ELSEWHERE_SECONDS, 'someone else is at it');
  }
}
