import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AnkiNote } from './anki-note.ts';

/** A collection of the largest size takes a few seconds. */
const TIME_LIMIT_MS = 30_000;

/** Megabytes of notes; what one collection holds takes a fraction of it. */
const MEMORY_MB = 512;

/** Reading a collection takes longer than any honest one does. */
export class SlowCollectionError extends Error {
  override readonly name = 'SlowCollectionError';
}

/**
 * The notes of a collection, one more than a deck may hold at most, read on a thread that is ended
 * when it takes too long or too much: the file may be anybody's.
 * @throws {SlowCollectionError}
 * @throws {Error} where it is not a collection of Anki.
 */
export async function readCollection(
  bytes: Uint8Array,
  timeLimitMs = TIME_LIMIT_MS,
): Promise<readonly AnkiNote[]> {
  const worker = new Worker(new URL('./anki-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const signal = AbortSignal.timeout(timeLimitMs);
  try {
    const [notes] = (await once(worker, 'message', { signal })) as [readonly AnkiNote[]];
    return notes;
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new SlowCollectionError('its notes take too long to read', { cause: error });
  } finally {
    await worker.terminate();
  }
}
