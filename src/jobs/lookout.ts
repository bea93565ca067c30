import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import { QUEUE_SCHEMA } from './schema.ts';

/** Wakes workers for jobs that were put off, when their time has come: pg-boss tells of new ones alone. */
export interface Lookout {
  add(name: string, worker: string): void;
  start(): void;
  stop(): void;
}

const LOOK_MS = 2_000;

/** `state < 'active'` is what pg-boss's index on what waits covers. */
const DUE = `select distinct name from ${QUEUE_SCHEMA}.job where state < 'active' and start_after <= now()`;

/** One query for all workers, which so may be many and idle at no cost. */
export function createLookout(boss: PgBoss, onError: (error: Error) => void): Lookout {
  const workers = new Map<string, string[]>();
  const stopped = new AbortController();
  const look = async (): Promise<void> => {
    const { rows } = await boss.getDb().executeSql(DUE);
    for (const { name } of rows as readonly { readonly name: string }[]) {
      for (const worker of workers.get(name) ?? []) boss.notifyWorker(worker);
    }
  };
  const keepLooking = async (): Promise<void> => {
    const { signal } = stopped;
    while (!signal.aborted) {
      await look().catch((error: unknown) => {
        if (!signal.aborted) onError(error instanceof Error ? error : new Error(String(error)));
      });
      await sleep(LOOK_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  return {
    add: (name, worker) => void workers.set(name, [...(workers.get(name) ?? []), worker]),
    start: () => void keepLooking(),
    stop: () => stopped.abort(),
  };
}
