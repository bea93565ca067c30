import { PassThrough, type Readable } from 'node:stream';
import { restoreBackup, type Restored } from '../db/backup/restore-backup.ts';
import { writeBackup } from '../db/backup/write-backup.ts';
import { createQueue, type Queue } from '../jobs/queue.ts';
import { type RestoringSession, WAITING_JOBS } from '../jobs/waiting-jobs.ts';
import { JOB_NAMES } from './runtime.ts';

const CLOSE_MS = 1_000;

/**
 * Copies all that is stored to an empty database, in a stream. Where one end fails, the other one fails as well,
 * since the stream is cut off: the one that was not cut off says why.
 * @throws {BackupError}
 */
export async function moveDatabase(from: string, to: string): Promise<Restored> {
  const stream = new PassThrough();
  const stop = (error: unknown): never => {
    stream.destroy();
    throw error;
  };
  const [written, restored] = await Promise.allSettled([
    writeBackup(from, stream, [WAITING_JOBS]).catch(stop),
    restoreDatabase(to, stream).catch(stop),
  ]);
  if (written.status === 'rejected' && !isCutOff(written.reason)) throw written.reason;
  if (restored.status === 'rejected') throw restored.reason;
  return restored.value;
}

const isCutOff = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

/** Stores what a backup holds in an empty database, the jobs that wait included. */
export async function restoreDatabase(url: string, file: Readable): Promise<Restored> {
  const jobs = {
    name: WAITING_JOBS.table.name,
    store: (client: RestoringSession) => withQueue(url, (queue) => queue.restore(client)),
  };
  return restoreBackup(url, file, [jobs]);
}

/** The queue with its tables, in which a backup's jobs are to wait. */
async function withQueue<T>(url: string, work: (queue: Queue) => Promise<T>): Promise<T> {
  const onError = (): void => undefined;
  const queue = createQueue({ url, names: JOB_NAMES, onError, onFailure: onError, idle: true });
  await queue.start();
  try {
    return await work(queue);
  } finally {
    await queue.stop(CLOSE_MS);
  }
}
