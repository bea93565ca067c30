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
    forget();
    await rm(folder, { recursive: true, force: true });
  }
}

function removeWhenInterrupted(folder: string): () => void {
  const removers = SIGNALS.filter((signal) => process.listenerCount(signal) === 0).map(
    (signal) => ({ signal, remove: () => removeAndEnd(folder, signal) }),
  );
  for (const { signal, remove } of removers) process.once(signal, remove);
  return () => {
    for (const { signal, remove } of removers) process.off(signal, remove);
  };
}

/** Sent again, the signal does what it would have done without a listener. */
function removeAndEnd(folder: string, signal: NodeJS.Signals): void {
  rmSync(folder, { recursive: true, force: true });
  process.kill(process.pid, signal);
}
