import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { told } from '../words/index.ts';

/** A file takes longer to read than any honest one does. */
export class SlowFileError extends Error {
  override readonly name = 'SlowFileError';
  readonly why = told((words) => words.slow);
}

export interface WorkerLimits {
  readonly timeMs: number;
  /** Of its heap; what lies beside it, such as the file's bytes, is not counted. */
  readonly memoryMb: number;
}

/**
 * What a module makes of its data on a thread of its own, which is ended when it takes too long or too much:
 * the data may be anybody's. The module posts its result to its parent.
 * @throws {SlowFileError}
 * @throws {Error} what the module throws, or that it ran out of memory.
 */
export async function runLimited<Result>(
  module: URL,
  data: object,
  { timeMs, memoryMb }: WorkerLimits,
): Promise<Result> {
  const limits = { maxOldGenerationSizeMb: memoryMb };
  const worker = new Worker(module, { workerData: data, resourceLimits: limits });
  const signal = AbortSignal.timeout(timeMs);
  try {
    const [result] = (await once(worker, 'message', { signal })) as [Result];
    return result;
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new SlowFileError('the time is over', { cause: error });
  } finally {
    await worker.terminate();
  }
}
