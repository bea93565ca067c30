import { runLimited, type WorkerLimits } from '../../../decks/formats/limited-worker.ts';
import type { IcsTask, ReadIcs } from './days-of-ics.ts';

const LIMITS: WorkerLimits = { timeMs: 10_000, memoryMb: 128 };

/** Reads a calendar, whoever wrote it, where it can neither hold up the bot nor take its memory. */
export async function readIcs(task: IcsTask, limits = LIMITS): Promise<ReadIcs> {
  const worker = new URL('./ics-worker.ts', import.meta.url);
  try {
    return await runLimited<ReadIcs>(worker, task, limits);
  } catch {
    return { ok: false, fault: { code: 'ics-too-heavy' } };
  }
}
