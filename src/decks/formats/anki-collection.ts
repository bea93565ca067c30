import type { AnkiNote } from './anki-note.ts';
import { runLimited } from './limited-worker.ts';

/** A collection of the largest size takes a few seconds. */
const TIME_LIMIT_MS = 30_000;

/** Megabytes of notes; what one collection holds takes a fraction of it. */
const MEMORY_MB = 512;

/**
 * The notes of a collection, one more than a deck may hold at most.
 * @throws {SlowFileError}
 * @throws {Error} where it is not a collection of Anki.
 */
export const readCollection = (
  bytes: Uint8Array,
  timeMs = TIME_LIMIT_MS,
): Promise<readonly AnkiNote[]> =>
  runLimited(new URL('./anki-worker.ts', import.meta.url), bytes, { timeMs, memoryMb: MEMORY_MB });
