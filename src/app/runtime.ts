import type { Logger } from 'pino';
import { ownPlatform } from '../chat/own-actions.ts';
import type { Platform, StartOptions } from '../chat/platform.ts';
import { BOT_ROLES } from '../config/roles.ts';
import type { Clock } from '../db/clock.ts';
import type { Database } from '../db/connect.ts';
import type { Locks } from '../db/lock.ts';
import { type MigrationError, newerSchema } from '../db/migrate.ts';
import type { Surroundings } from '../db/processes.ts';
import type { FetchPublic } from '../decks/published/fetch-bytes.ts';
import type {
  Context,
  CountedEvent,
  DrawPicture,
  FeedSite,
  PaintFormula,
  ReadDeckFile,
} from '../delivery/context.ts';
import type { Grader } from '../delivery/grader.ts';
import { within } from '../delivery/within.ts';
import { createRubricCache } from '../domain/feedback/rubric-cache.ts';
import type { HeardShards } from '../domain/shards.ts';
import { FEATURES } from '../features/index.ts';
import { createSign } from '../features/rounds/running.ts';
import { HEARTBEAT, type Heartbeat, startHeartbeat, type Tick } from '../jobs/heartbeat.ts';
import { createQueue, Postponed, type Queue } from '../jobs/queue.ts';
import { createHandlers } from './requests/dispatch.ts';
import { ownHandlers } from './requests/own-handlers.ts';
import { createRateLimit } from './requests/rate-limit.ts';
import { createRegistry } from './requests/registry.ts';
import type { ProcessRole } from './roles.ts';
import { createShardWatch } from './watch-shards.ts';

/** What the runtime is made of; `app.ts` chooses the real parts, tests may choose others. */
export interface Parts {
  readonly db: Database;
  readonly locks: Locks;
  readonly databaseUrl: string;
  readonly clock: Clock;
  /** Only runs forward, from any moment on; for how fast things follow each other. */
  readonly elapsedMs: () => number;
  readonly randomId: () => string;
  /** Stands in every button, form and post, so that those of another bot on the same token are known. */
  readonly installation: string;
  readonly randomInt: (below: number) => number;
  readonly platforms: readonly Platform[];
  readonly paintFormula: PaintFormula;
  readonly drawPicture: DrawPicture;
  readonly readDeckFile: ReadDeckFile;
  readonly fetchPublic: FetchPublic;
  readonly grader?: Grader;
  readonly feed?: FeedSite;
  readonly log: Logger;
  readonly observe: (event: CountedEvent) => void;
  readonly settleMs: number;
  /** What this process does; all that a bot does where nothing is said. */
  readonly roles?: readonly ProcessRole[];
  /** Those that it has; where nothing is said, it does not look whether the schema has others. */
  readonly migrations?: readonly string[];
  /** What it hears of Discord; left out where that is nothing. */
  readonly shards?: HeardShards | undefined;
}

export interface Runtime {
  readonly context: Context;
  readonly queue: Queue;
  /** What every platform is started with. */
  readonly startOptions: StartOptions;
  /** What the heartbeats do: note who is connected, open and close what is due now. For tests. */
  tick(): Promise<void>;
  /** How many other processes run on the database, as of this one's last sign; undefined before the first. */
  others(): number | undefined;
  /** Resolves where a later version changes the schema under this one: it has to stop. */
  readonly outdated: Promise<MigrationError>;
  /** Begins to work: jobs, then the heartbeat. */
  start(): Promise<void>;
  stop(timeoutMs: number): Promise<void>;
}

/** How many jobs of a kind are done at a time where its feature says nothing. */
const JOBS_AT_A_TIME = 8;

const JOBS = FEATURES.flatMap(({ jobs = [] }) => jobs);
const DUTIES = FEATURES.flatMap(({ duties = [] }) => duties);

/** The queues that the features need. */
export const JOB_NAMES = JOBS.map(({ job }) => job.name);

/** Ties the verbs to the queue and the commands to the platforms; nothing runs until `start`. */
export function createRuntime(parts: Parts): Runtime {
  const { log, roles = BOT_ROLES } = parts;
  const isOperator = roles.includes('operator');
  const queue = createQueue({
    url: parts.databaseUrl,
    names: JOB_NAMES,
    onError: (err) => log.error({ err }, 'the queue met an error'),
    onFailure: (name, data, err) => noteFailure(parts, { job: name, data, err }),
    // It only enqueues and looks, beside a running bot.
    idle: isOperator,
  });
  const registry = createRegistry(FEATURES);
  const context: Context = {
    ...parts,
    features: FEATURES,
    rubrics: createRubricCache(),
    platforms: new Map(
      parts.platforms.map((one) => [one.name, ownPlatform(one, parts.installation)]),
    ),
    enqueue: (...args) => queue.enqueue(...args),
  };
  const handlers = createHandlers(context, registry, createRateLimit(parts.elapsedMs));
  const { promise: outdated, resolve: becomeOutdated } = Promise.withResolvers<MigrationError>();
  const isWorker = roles.includes('worker');
  const { migrations, shards } = parts;
  const sign = createSign(context, { isWorker, migrations, shards });
  const watchShards = createShardWatch(shards, log);
  let around: Surroundings | undefined;
  const giveSign = async (): Promise<void> => {
    around = await sign.give();
    if (!around) return;
    const { unknownMigrations: unknown } = around;
    watchShards(around.shards);
    if (unknown.length > 0) becomeOutdated(newerSchema(unknown));
  };
  let hearts: readonly Heartbeat[] = [];
  return {
    context,
    queue,
    startOptions: {
      commands: registry.definitions,
      messageCommands: registry.messageDefinitions,
      handlers: ownHandlers(handlers, { context, registry }),
    },
    others: () => around?.others,
    outdated,
    tick: () => tick(context),
    async start() {
      await queue.start();
      if (!isOperator) await giveSign();
      if (isWorker) {
        for (const { job, run, concurrency = JOBS_AT_A_TIME } of JOBS) {
          await queue.work(job, concurrency, (data) => run(context, data));
        }
        for (const feature of FEATURES) await feature.onStart?.(context);
      }
      const onError = (err: unknown) => log.error({ err }, 'a tick failed');
      const beat = (run: Tick, cron: string) => startHeartbeat(run, onError, cron);
      hearts = [
        ...(isOperator ? [] : [beat(giveSign, HEARTBEAT)]),
        ...dutiesOf(roles).map(({ cron, run }) => beat((again) => run(context, again), cron)),
      ];
    },
    async stop(timeoutMs) {
      await Promise.all(hearts.map((heart) => heart.stop()));
      const removed = sign.remove().catch((err: unknown) => log.debug({ err }, 'no sign removed'));
      await Promise.all([within(timeoutMs, removed), queue.stop(timeoutMs)]);
    },
  };
}

/** The duties of a process: those of workers, and those of processes that listen to platforms. */
function dutiesOf(roles: readonly ProcessRole[]) {
  const listens = roles.includes('gateway') || roles.includes('web');
  return DUTIES.filter(({ of }) => (of === 'listeners' ? listens : roles.includes('worker')));
}

/** Every duty of the shortest period, one after another, now. */
async function tick(context: Context): Promise<void> {
  for (const { cron, run } of DUTIES) if (cron === HEARTBEAT) await run(context, () => undefined);
}

interface FailedJob {
  readonly job: string;
  readonly data: object;
  readonly err: unknown;
}

function noteFailure({ log, observe }: Parts, { job, data, err }: FailedJob): void {
  if (err instanceof Postponed) {
    log.info({ job, ...data, reason: err.message }, 'postponed a job');
    return;
  }
  observe({ type: 'job-failed', job });
  log.warn({ job, ...data, err }, 'a job failed and will come again');
}
