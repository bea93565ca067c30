import type { Job, PgBoss } from 'pg-boss';
import { asError } from './failure.ts';

/** The workers of one queue: one that is free, and one for each job in hand. */
export interface Workers {
  /** Has a free worker look for a job, where there is one. */
  wake(): void;
  /** Sends the workers away that nothing is left for; one stays. */
  rest(): void;
  /** Adds no more. */
  stop(): void;
}

export interface WorkersOptions<Data> {
  readonly name: string;
  /** How many jobs are in hand at a time, at most. */
  readonly most: number;
  readonly run: (job: Job<Data>) => Promise<void>;
  readonly onError: (error: Error) => void;
}

/**
 * Workers are woken, so they need not look by themselves: by a new job, by a job whose time has come, and
 * by the end of the one they did. pg-boss knows no “never”; this is a day.
 */
const LOOK_SECONDS = 86_400;

const OPTIONS = {
  localGroupConcurrency: 1,
  pollingIntervalSeconds: LOOK_SECONDS,
  notifyPollingIntervalSeconds: LOOK_SECONDS,
  batchSize: 1,
};

/**
 * Every worker looks for itself whenever a job is told of, so a queue keeps no more of them than it needs:
 * whoever takes a job makes room for the next one, by a worker that looks at once.
 */
export async function startWorkers<Data extends object>(
  boss: PgBoss,
  { name, most, run, onError }: WorkersOptions<Data>,
): Promise<Workers> {
  const free = new Set<string>();
  let busy = 0;
  let isStopped = false;
  const tell = (error: unknown): void => onError(asError(error));

  const add = async (): Promise<void> => {
    const id = await boss.work<Data>(name, OPTIONS, async (jobs: Job<Data>[]) => {
      // One that was sent away may have found a job at that very moment.
      const isLeaving = !free.delete(id);
      busy++;
      if (free.size === 0 && busy < most && !isStopped) add().catch(tell);
      try {
        for (const job of jobs) await run(job);
      } finally {
        busy--;
        if (!isLeaving) free.add(id);
        // Another may wait that had no worker, or no place beside this one.
        boss.notifyWorker(id);
      }
    });
    free.add(id);
  };

  await add();
  return {
    wake() {
      const [id] = free;
      if (id !== undefined) boss.notifyWorker(id);
    },
    rest() {
      if (busy > 0) return;
      for (const id of [...free].slice(1)) {
        free.delete(id);
        boss.offWork(name, { id, wait: false }).catch(tell);
      }
    },
    stop: () => void (isStopped = true),
  };
}
