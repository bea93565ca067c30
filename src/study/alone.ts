import { withLock } from '../db/lock.ts';
import { Postponed } from '../jobs/queue.ts';
import type { Context } from './context.ts';

const BUSY_ELSEWHERE_SECONDS = 2;

/** Does a job's work while no other process does what bears the same key; until then the job waits. */
export async function alone(
  { locks }: Context,
  key: string,
  work: () => Promise<void>,
): Promise<void> {
  const locked = await withLock(locks, key, work);
  if (locked.busy) throw new Postponed(BUSY_ELSEWHERE_SECONDS, 'another process is at it');
}
