import { Worker } from 'node:worker_threads';

export interface CollectionTask {
  readonly path: string;
  /** Of all memory: what SQLite takes for itself is no part of a heap, and it may take a multiple of the file. */
  readonly memoryMb: number;
}

/** Time between two looks at the memory, in ms. */
const LOOK_INTERVAL_MS = 50;

/**
 * The process that `anki-collection.ts` starts for one collection. SQLite runs on another thread, since a crafted
 * file may keep it busy for ever: so this one hears when nobody waits any longer. Nothing but a signal to the whole
 * process ends SQLite then.
 */
const end = (): boolean => process.kill(process.pid, 'SIGKILL');
process.on('disconnect', end);

process.once('message', ({ path, memoryMb }: CollectionTask) => {
  setInterval(() => process.memoryUsage.rss() > memoryMb * 1024 ** 2 && end(), LOOK_INTERVAL_MS);
  const worker = new Worker(new URL('./anki-worker.ts', import.meta.url), { workerData: path });
  worker.once('message', (rows: object) => process.send?.(rows));
});
