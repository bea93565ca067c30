import type { PgBoss } from 'pg-boss';
import { asError } from './failure.ts';
import { QUEUE_SCHEMA } from './schema.ts';
import type { Workers } from './workers.ts';

/**
 * Wakes workers for jobs that were put off, when their time has come, since pg-boss tells of new ones
 * alone; and has the jobs of dead processes taken up.
 */
export interface Lookout {
  add(name: string, workers: Workers): void;
  start(): void;
  /** A job was put off just now: it is looked for before long. */
  soon(): void;
  stop(): void;
}

/** How often it looks in any case: what another process left behind is noticed by that. */
const LOOK_MS = 5_000;

/** When it looks for a job that was put off just now, which may not have been written or committed yet. */
const SOON_MS = 1_000;

/** What a queue's unfinished jobs wait for. */
interface Outlook {
  readonly name: string;
  /** In how many ms the next one may begin, negative where it might have; null where none waits. */
  readonly dueInMs: number | null;
  /** Whether a job is in hand whose process gives no sign of life any more, or that takes too long. */
  readonly isLost: boolean;
}

/** pg-boss's index on what is not done covers these states. */
const OUTLOOK = `
  select name,
    (extract(epoch from min(start_after) filter (where state < 'active') - now()) * 1000)::float8
      as "dueInMs",
    coalesce(bool_or(state = 'active' and (
      started_on + expire_seconds * interval '1s' < now()
      or heartbeat_on + heartbeat_seconds * interval '1s' < now())), false) as "isLost"
  from ${QUEUE_SCHEMA}.job
  where state in ('created', 'retry', 'active')
  group by name`;

/** One statement for all queues and workers, which so may be many and idle at no cost. */
export function createLookout(boss: PgBoss, onError: (error: Error) => void): Lookout {
  const queues = new Map<string, Workers>();
  let timer: NodeJS.Timeout | undefined;
  let next = Infinity;
  let isRunning = false;

  /** Only ever brings the next look forward. */
  const lookIn = (ms: number): void => {
    const at = performance.now() + ms;
    if (!isRunning || at >= next) return;
    clearTimeout(timer);
    next = at;
    timer = setTimeout(() => void keepLooking(), ms).unref();
  };

  const keepLooking = async (): Promise<void> => {
    next = Infinity;
    try {
      lookIn(await look(boss, queues));
    } catch (error) {
      if (isRunning) onError(asError(error));
    } finally {
      lookIn(LOOK_MS);
    }
  };

  return {
    add: (name, workers) => void queues.set(name, workers),
    start() {
      isRunning = true;
      lookIn(0);
    },
    soon: () => lookIn(SOON_MS),
    stop() {
      isRunning = false;
      clearTimeout(timer);
      for (const workers of queues.values()) workers.stop();
    },
  };
}

/** Returns in how many ms the next job may begin. */
async function look(boss: PgBoss, queues: ReadonlyMap<string, Workers>): Promise<number> {
  const { rows } = await boss.getDb().executeSql(OUTLOOK);
  const outlooks = new Map((rows as readonly Outlook[]).map((one) => [one.name, one]));
  let next = LOOK_MS;
  for (const [name, workers] of queues) {
    const { dueInMs = null } = outlooks.get(name) ?? {};
    if (dueInMs !== null && dueInMs <= 0) workers.wake();
    else workers.rest();
    if (dueInMs !== null && dueInMs > 0) next = Math.min(next, Math.ceil(dueInMs));
  }
  if (![...outlooks.values()].some(({ isLost }) => isLost)) return next;
  await boss.supervise();
  // It comes again after a while, or another process has seen to it.
  return Math.min(next, SOON_MS);
}
