import type { LockSession } from './lock-session.ts';

/** Locks that hold between all processes on a database. */
export interface Locks {
  /** Runs `work` while nobody else runs any under the same key; returns `busy` at once where someone does. */
  run<T>(key: string, work: () => Promise<T>): Promise<Locked<T>>;
  close(): Promise<void>;
}

type Locked<T> = { readonly busy: true } | { readonly busy: false; readonly result: T };

/**
 * All locks hang on one session, however many are held: a server has sessions for few, and work waits for
 * platforms under them. They fall with the session, and so with the process that holds them.
 */
export function createLocks(open: () => LockSession): Locks {
  // A session would take a lock of its own a second time.
  const held = new Set<string>();
  let session: LockSession | undefined;
  return {
    async run(key, work) {
      if (held.has(key)) return { busy: true };
      held.add(key);
      if (!session || session.isOver) session = open();
      try {
        return await runUnder(session, key, work);
      } finally {
        held.delete(key);
      }
    },
    close: async () => session?.end(),
  };
}

async function runUnder<T>(
  session: LockSession,
  key: string,
  work: () => Promise<T>,
): Promise<Locked<T>> {
  if (!(await session.take(key))) return { busy: true };
  try {
    return { busy: false, result: await work() };
  } finally {
    // What cannot be given back falls with its session, which ends by that.
    await session.give(key).catch(() => undefined);
  }
}
