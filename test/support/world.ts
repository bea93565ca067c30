import { sql } from 'kysely';
import { pino } from 'pino';
import { JOB_NAMES } from '../../src/app/runtime.ts';
import type { Platform } from '../../src/chat/platform.ts';
import { connect, type Connection } from '../../src/db/connect.ts';
import { fetchBytes } from '../../src/decks/published/fetch-bytes.ts';
import type { Context } from '../../src/delivery/context.ts';
import { createRubricCache } from '../../src/domain/feedback/rubric-cache.ts';
import { FEATURES } from '../../src/features/index.ts';
import { createQueue, type Queue } from '../../src/jobs/queue.ts';
import { type TestClock, testClock } from './clock.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** A context over a database and a job queue of its own, both real, at a fixed instant. */
export interface World {
  readonly context: Context;
  readonly clock: TestClock;
  readonly queue: Queue;
  /** What waits in the queue, oldest first. Nothing works it off unless a test does. */
  waitingJobs(): Promise<readonly WaitingJob[]>;
  /** The same, taken out of the queue as if it were done. */
  takeJobs(): Promise<readonly WaitingJob[]>;
  /** Every line logged so far. */
  readonly logged: readonly LogLine[];
  close(): Promise<void>;
}

interface WaitingJob {
  readonly name: string;
  readonly data: object;
}

interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [key: string]: unknown;
}

/** A Monday morning in winter, far from any change of clocks. */
export const MONDAY = new Date('2026-11-23T09:00:00Z');

export async function openWorld(
  options: {
    readonly platforms?: readonly Platform[];
    readonly now?: Date;
    readonly database?: TestDatabase;
  } = {},
): Promise<World> {
  const database = options.database ?? (await testDatabase());
  const logged: LogLine[] = [];
  const log = pino(
    { level: 'debug' },
    { write: (line) => logged.push(JSON.parse(line) as LogLine) },
  );
  const onError = (error: Error): void => log.error(error);
  const connection = connect(database.url, { onError });
  const queue = createQueue({
    url: database.url,
    names: JOB_NAMES,
    onError,
    onFailure: (name, data, error) => log.error({ name, data, err: error }, 'a job failed'),
    idle: true,
  });
  await queue.start();
  const clock = testClock(options.now ?? MONDAY);
  const context: Context = {
    db: connection.db,
    locks: connection.locks,
    clock,
    installation: 'test',
    randomId: countingIds(),
    randomInt: () => 0,
    features: FEATURES,
    platforms: new Map((options.platforms ?? []).map((platform) => [platform.name, platform])),
    enqueue: (...args) => queue.enqueue(...args),
    paintFormula: () => Promise.resolve(undefined),
    drawPicture: () => Promise.resolve(undefined),
    readDeckFile: () => Promise.resolve({ type: 'busy' }),
    fetchPublic: fetchBytes,
    rubrics: createRubricCache(),
    log,
    observe: () => {},
    settleMs: 0,
  };
  return {
    context,
    clock,
    queue,
    logged,
    waitingJobs: () => waitingJobs(connection),
    takeJobs: () => takeJobs(connection),
    close: async () => {
      await queue.stop(5000);
      await connection.close();
      await database.drop();
    },
  };
}

/** `id1`, `id2` … in the order they are asked for. */
function countingIds(): () => string {
  let count = 0;
  return () => `id${++count}`;
}

async function waitingJobs({ db }: Connection): Promise<readonly WaitingJob[]> {
  const { rows } = await sql<WaitingJob>`
    select name, data from whetstone_jobs.job where state in ('created', 'retry') order by created_on, id
  `.execute(db);
  return rows;
}

async function takeJobs(connection: Connection): Promise<readonly WaitingJob[]> {
  const jobs = await waitingJobs(connection);
  await sql`delete from whetstone_jobs.job where state in ('created', 'retry')`.execute(
    connection.db,
  );
  return jobs;
}
