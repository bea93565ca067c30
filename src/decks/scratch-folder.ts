import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does some work with a folder of its own among the system's temporary ones. The folder is removed when the work
 * ends, and before a signal ends a process that has no plan of its own for it: a command that somebody interrupts
 * leaves nothing behind.
 */
export async function withScratchFolder<Result>(
  prefix: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  const forget = removeWhenInterrupted(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true }).finally(forget);
  }
}

/** What this module listens with: others that listen to a signal have plans of their own. */
const removers = new WeakSet<NodeJS.SignalsListener>();

function removeWhenInterrupted(folder: string): () => void {
  const remove = (signal: NodeJS.Signals): void => removeAndEnd(folder, signal);
  const free = SIGNALS.filter((signal) =>
    process.listeners(signal).every((listener) => removers.has(listener)),
  );
  removers.add(remove);
  for (const signal of free) process.once(signal, remove);
  return () => {
    for (const signal of free) process.off(signal, remove);
  };
}

/** Sent again once nobody listens any more, the signal does what it would have done without a listener. */
function removeAndEnd(folder: string, signal: NodeJS.Signals): void {
  rmSync(folder, { recursive: true, force: true });
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
