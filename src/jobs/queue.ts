import { type Job, PgBoss } from 'pg-boss';
import { carryOverJobs } from './carry-over.ts';
import { enqueue, type JobTransaction, keyOf } from './enqueue.ts';
import { Failure } from './failure.ts';
import type { Job as JobKind } from './job.ts';
import { createLookout, type Lookout } from './lookout.ts';
import { QUEUE_SCHEMA } from './schema.ts';
import { findTroubled, type TroubledJob } from './troubled.ts';
import { type RestoringSession, storeWaitingJobs } from './waiting-jobs.ts';
import { startWorkers } from './workers.ts';

export interface Queue {
  start(): Promise<void>;
  /** Waits for jobs in hand, at most `timeoutMs`; what is unfinished is run again by the next start. */
  stop(timeoutMs: number): Promise<void>;
  /** While a job of the same name and data waits, another is not added: that one runs after the commit. */
  readonly enqueue: Enqueue;
  /** Hands jobs of this kind to the handler, at most `concurrency` at a time. */
  work<Data extends object>(
    job: JobKind<Data>,
    concurrency: number,
    handler: (data: Data) => Promise<void>,
  ): Promise<void>;
  /** Jobs that failed at least once and are not done, with the reason. */
  troubled(): Promise<readonly TroubledJob[]>;
  /** Adds the jobs of a backup in the transaction that restores it; they stand in a table of its own. */
  restore(session: RestoringSession): Promise<void>;
}

export type Enqueue = <Data extends object>(
  transaction: JobTransaction,
  job: JobKind<Data>,
  data: Data,
) => Promise<void>;

/** Thrown by a handler: not now, again after so many seconds. It is no failure. */
export class Postponed extends Error {
  readonly seconds: number;

  constructor(seconds: number, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'Postponed';
    this.seconds = seconds;
  }
}

export interface QueueOptions {
  readonly url: string;
  readonly names: readonly string[];
  readonly onError: (error: Error) => void;
  /** Told of every failed attempt. */
  readonly onFailure: (name: string, data: object, error: unknown) => void;
  /** Only enqueues and looks; for the operator's commands beside a running bot. */
  readonly idle?: boolean;
}

/**
 * Failed jobs come again after 2 s, then twice as late each time, up to 5 minutes, for about a week:
 * an outage of a platform loses no reveal. A killed process's job is noticed after `heartbeatSeconds`.
 */
const RETRY = {
  retryLimit: 2000,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 300,
  heartbeatSeconds: 15,
  expireInSeconds: 300,
};

/** One job of a name and data waits at a time. */
const POLICY = 'short';

/**
 * How often pg-boss does what keeps its tables in order. The jobs of dead processes wait for none of it:
 * the lookout asks for this as soon as there are any, which pg-boss allows once in this many seconds.
 */
const UPKEEP_SECONDS = 300;
const SUPERVISE_SECONDS = 5;

/** What Whetstone makes no use of, or what does not change while it runs, is asked for this seldom. */
const SELDOM_SECONDS = 3600;

/** How often pg-boss asks whether it still hears of new jobs. The lookout finds those that it does not. */
const LISTEN_MS = 30_000;

/** The job queue on pg-boss, in a schema of its own beside the tables. */
export function createQueue(options: QueueOptions): Queue {
  const boss = new PgBoss({
    connectionString: options.url,
    schema: QUEUE_SCHEMA,
    // By the first of these names a running bot is known to others on its database.
    application_name: options.idle ? 'whetstone-operator' : 'whetstone-jobs',
    max: 4,
    useListenNotify: !options.idle,
    supervise: !options.idle,
    superviseIntervalSeconds: UPKEEP_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    queueCacheIntervalSeconds: SELDOM_SECONDS,
    flowIntervalSeconds: SELDOM_SECONDS,
    bamIntervalSeconds: UPKEEP_SECONDS,
    notifyHeartbeatIntervalMs: LISTEN_MS,
    registerInstance: false,
    schedule: false,
  });
  boss.on('error', options.onError);
  const lookout = createLookout(boss, options.onError);
  return {
    async start() {
      await start(boss, options.names);
      // Beside a bot of an earlier version, its jobs are left to it.
      if (!options.idle) await carryOverJobs(boss, options.names, { policy: POLICY, ...RETRY });
      if (!options.idle) lookout.start();
    },
    async stop(timeout) {
      lookout.stop();
      await boss.stop({ graceful: true, timeout });
    },
    async enqueue(transaction, job, data) {
      const isHeldBack = await enqueue(boss, transaction, { ...job, data });
      if (isHeldBack) lookout.soon();
    },
    async work<Data extends object>(
      { name }: JobKind<Data>,
      most: number,
      handler: (data: Data) => Promise<void>,
    ) {
      const run = (job: Job<Data>) => runJob(boss, job, { ...options, handler, lookout });
      const { onError } = options;
      lookout.add(name, await startWorkers(boss, { name, most, run, onError }));
    },
    troubled: () =>
      findTroubled((text, values) => boss.getDb().executeSql(text, values), options.names),
    restore: (session) => storeWaitingJobs(boss, options.names, session),
  };
}

async function start(boss: PgBoss, names: readonly string[]): Promise<void> {
  await boss.start();
  const known = new Set((await boss.getQueues([...names])).map(({ name }) => name));
  // One after the other: creating queues side by side would contend for the same lock.
  for (const name of names.filter((one) => !known.has(one))) {
    await boss.createQueue(name, { policy: POLICY, notify: true, ...RETRY });
  }
}

interface Handling<Data> extends Pick<QueueOptions, 'onFailure'> {
  readonly handler: (data: Data) => Promise<void>;
  readonly lookout: Lookout;
}

/** Hands a job to its handler, and puts it off where the handler asks for that. */
async function runJob<Data extends object>(
  boss: PgBoss,
  job: Job<Data>,
  { handler, onFailure, lookout }: Handling<Data>,
): Promise<void> {
  try {
    await handler(job.data);
  } catch (error) {
    onFailure(job.name, job.data, error);
    lookout.soon();
    if (!(error instanceof Postponed)) throw new Failure(error);
    await boss.send(job.name, job.data, {
      singletonKey: keyOf(job.data),
      startAfter: Math.ceil(error.seconds),
      ...(job.groupId && { group: { id: job.groupId } }),
    });
  }
}
