import { PassThrough, type Readable } from 'node:stream';
import { restoreBackup, type Restored } from '../db/backup/restore-backup.ts';
import { writeBackup } from '../db/backup/write-backup.ts';
import { createQueue, type Queue } from '../jobs/queue.ts';
import { type RestoringSession, WAITING_JOBS } from '../jobs/waiting-jobs.ts';
import { JOB_NAMES } from './runtime.ts';

const CLOSE_MS = 1_000;

/**
 * Copies all that is stored to an empty database, in a stream. Of the two ends, the one that failed first says why.
 * @throws {BackupError}
 */
export async function moveDatabase(from: string, to: string): Promise<Restored> {
  const stream = new PassThrough();
  const failures: unknown[] = [];
  const stop = (error: unknown): void => {
    failures.push(error);
    stream.destroy();
  };
  const [, restored] = await Promise.all([
    writeBackup(from, stream, [WAITING_JOBS]).catch(stop),
    restoreDatabase(to, stream).catch(stop),
  ]);
  if (restored && failures.length === 0) return restored;
  throw failures[0];
}

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
