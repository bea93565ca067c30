import type { Logger } from 'pino';
import type { Platform, StartOptions } from '../chat/platform.ts';
import { FEATURES } from '../features/index.ts';
import { createHandlers } from './requests/dispatch.ts';
import { createRateLimit } from './requests/rate-limit.ts';
import { createRegistry } from './requests/registry.ts';
import type { Clock } from '../db/clock.ts';
import type { Database } from '../db/connect.ts';
import type { Locks } from '../db/lock.ts';
import { createQueue, Postponed, type Queue } from '../jobs/queue.ts';
import { type Heartbeat, startHeartbeat } from '../jobs/heartbeat.ts';
import type { Context, CountedEvent, Jobs, PaintFormula } from '../delivery/context.ts';
import { createSign } from '../features/rounds/running.ts';
import { notePresence } from '../features/rounds/note-presence.ts';
import { resumeRounds } from '../features/rounds/resume-rounds.ts';
import { tidyUp } from '../features/housekeeping/tidy-up.ts';
import { watchRounds } from '../features/rounds/watch-rounds.ts';
import { JOB_NAMES, workJobs } from './jobs.ts';
import { within } from './within.ts';

/** What the core is made of; `app.ts` chooses the real parts, tests may choose others. */
export interface Parts {
  readonly db: Database;
  readonly locks: Locks;
  readonly databaseUrl: string;
  readonly clock: Clock;
  /** Only runs forward, from any moment on; for how fast things follow each other. */
  readonly elapsedMs: () => number;
  readonly randomId: () => string;
  readonly randomInt: (below: number) => number;
  readonly platforms: readonly Platform[];
  readonly paintFormula: PaintFormula;
  readonly log: Logger;
  readonly observe: (happening: CountedEvent) => void;
  readonly settleMs: number;
  /** Only enqueues and looks, beside a running bot. */
  readonly idle?: boolean;
}

export interface Runtime {
  readonly context: Context;
  readonly queue: Queue<Jobs>;
  /** What every platform is started with. */
  readonly startOptions: StartOptions;
  /** What the heartbeats do: note who is connected, open and close what is due now. For tests. */
  tick(): Promise<void>;
  /** Begins to work: jobs, then the heartbeat. */
  start(): Promise<void>;
  stop(timeoutMs: number): Promise<void>;
}

/** A permission granted again is noticed within this time. */
const EVERY_FIVE_MINUTES = '0 */5 * * * *';
const EVERY_NIGHT = '0 30 4 * * *';

/** Ties the verbs to the queue and the commands to the platforms; nothing runs until `start`. */
export function createRuntime(parts: Parts): Runtime {
  const { log, idle } = parts;
  const queue = createQueue<Jobs>({
    url: parts.databaseUrl,
    names: JOB_NAMES,
    onError: (err) => log.error({ err }, 'the queue met an error'),
    onFailure: (name, data, err) => noteFailure(parts, name, data, err),
    ...(idle && { idle }),
  });
  const context: Context = {
    ...parts,
    platforms: new Map(parts.platforms.map((platform) => [platform.name, platform])),
    enqueue: (...args) => queue.enqueue(...args),
  };
  const registry = createRegistry(FEATURES);
  const inTime = createRateLimit(parts.elapsedMs);
  const tick = async (): Promise<void> => {
    await notePresence(context);
    await watchRounds(context);
  };
  const sign = createSign(context);
  let hearts: readonly Heartbeat[] = [];
  return {
    context,
    queue,
    startOptions: { commands: registry.definitions, handlers: createHandlers(context, registry, inTime) },
    tick,
    async start() {
      await queue.start();
      if (idle) return;
      await sign.give();
      await workJobs(context, queue);
      await resumeRounds(context);
      const onError = (err: unknown) => log.error({ err }, 'a tick failed');
      hearts = [
        // On its own: however long the rounds take, that is no outage.
        startHeartbeat(() => Promise.all([sign.give(), notePresence(context)]), onError),
        startHeartbeat(() => watchRounds(context), onError),
        startHeartbeat(() => enqueueMend(context), onError, EVERY_FIVE_MINUTES),
        startHeartbeat(() => tidyUp(context), onError, EVERY_NIGHT),
      ];
    },
    async stop(timeoutMs) {
      await Promise.all(hearts.map((heart) => heart.stop()));
      const removed = sign.remove().catch((err: unknown) => log.debug({ err }, 'no sign removed'));
      await Promise.all([within(timeoutMs, removed), queue.stop(timeoutMs)]);
    },
  };
}

function enqueueMend({ db, enqueue }: Context): Promise<void> {
  return db.transaction().execute((tx) => enqueue(tx, 'mend', {}));
}

function noteFailure({ log, observe }: Parts, job: string, data: object, err: unknown): void {
  if (err instanceof Postponed) {
    log.info({ job, ...data, reason: err.message }, 'postponed a job');
    return;
  }
  observe({ type: 'job-failed', job });
  log.warn({ job, ...data, err }, 'a job failed and will come again');
}
