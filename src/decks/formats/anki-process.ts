import { Worker } from 'node:worker_threads';

/**
 * The process that `anki-collection.ts` starts for one collection. SQLite runs on another thread, since a crafted
 * file may keep it busy for ever: so this one hears when nobody waits any longer. Nothing but a signal to the whole
 * process ends SQLite then.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

process.once('message', (path: string) => {
  const worker = new Worker(new URL('./anki-worker.ts', import.meta.url), { workerData: path });
  worker.once('message', (rows: object) => process.send?.(rows));
});
