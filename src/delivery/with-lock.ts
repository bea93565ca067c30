import { Postponed } from '../jobs/queue.ts';
import type { Context } from './context.ts';

const BUSY_ELSEWHERE_SECONDS = 2;

/** Does a job's work while nobody else does what bears the same key; until then the job waits. */
export async function withLock(
  { locks }: Context,
  key: string,
  work: () => Promise<void>,
): Promise<void> {
  const locked = await locks.run(key, work);
  if (locked.busy) throw new Postponed(BUSY_ELSEWHERE_SECONDS, 'someone else is at it');
}
