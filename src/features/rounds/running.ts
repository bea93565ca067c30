import type { PlatformName } from '../../chat/place.ts';
import type { Platform } from '../../chat/platform.ts';
import {
  deleteProcess,
  insertProcess,
  processesSince,
  type Surroundings,
  updateProcess,
} from '../../db/processes.ts';
import type { Context } from '../../delivery/context.ts';
import type { HeardShards } from '../../domain/shards.ts';
import { Postponed } from '../../jobs/queue.ts';

/** A process says every five seconds that it runs; one that was silent for so long does not. */
export const SILENT_MS = 20_000;
const FORGOTTEN_MS = 86_400_000;

/** This process among those that run. */
export interface Sign {
  /** Says that it runs; returns what is around it, which it does not know the first time. */
  give(): Promise<Surroundings | undefined>;
  /** Says that it does not run any more. */
  remove(): Promise<void>;
}

export interface Signing {
  /** Whether it does jobs. */
  readonly isWorker: boolean;
  /** Those that it has; where nothing is said, no other is looked for. */
  readonly migrations?: readonly string[] | undefined;
  /** Left out where it hears nothing of Discord. */
  readonly shards?: HeardShards | undefined;
}

export function createSign(
  { db, clock, platforms }: Context,
  { isWorker, migrations, shards }: Signing,
): Sign {
  let id: number | undefined;
  const saying = { seenAt: clock.instant(), silentMs: SILENT_MS, migrations };
  const makeKnown = async (): Promise<undefined> => {
    const seenAt = await clock.now(db);
    const before = new Date(seenAt.getTime() - FORGOTTEN_MS);
    const seen = { platforms: [...platforms.keys()], isWorker, seenAt, shards };
    id = await insertProcess(db, seen, before);
  };
  return {
    async give() {
      const around = id === undefined ? undefined : await updateProcess(db, id, saying);
      return around ?? makeKnown();
    },
    async remove() {
      if (id !== undefined) await deleteProcess(db, id);
    },
  };
}

/** Why nothing is asked or revealed on a platform at present. */
export type Waits = 'no-bot-runs' | 'platform-not-set-up';

/** The platforms that running bots have set up; undefined where no bot runs. */
export type Running = ReadonlySet<PlatformName> | undefined;

export async function runningPlatforms({
  db,
  clock,
}: Pick<Context, 'db' | 'clock'>): Promise<Running> {
  const since = new Date((await clock.now(db)).getTime() - SILENT_MS);
  const workers = (await processesSince(db, since)).filter(({ isWorker }) => isWorker);
  if (workers.length === 0) return undefined;
  return new Set(workers.flatMap(({ platforms }) => platforms));
}

/** Why nothing happens on a platform; undefined where a running bot has it set up. */
export function whyWaits(running: Running, platform: PlatformName): Waits | undefined {
  if (!running) return 'no-bot-runs';
  return running.has(platform) ? undefined : 'platform-not-set-up';
}

/** Finds out why nothing happens on a platform now. A platform that this process has set up waits for nobody. */
export async function findWaits(
  context: Pick<Context, 'db' | 'clock' | 'platforms'>,
  platform: PlatformName,
): Promise<Waits | undefined> {
  if (context.platforms.has(platform)) return undefined;
  return whyWaits(await runningPlatforms(context), platform);
}

/** Seconds after which a job comes again that this process cannot do, since its platform is not set up here. */
const UNTIL_ANOTHER = 2;
const UNTIL_SET_UP = 60;

/**
 * The platform of a job. Where another process has it, the job is due again at once, for that one to take;
 * where none has, the job waits until one does, and the operator's status tells why.
 */
export async function platformHere(context: Context, name: PlatformName): Promise<Platform> {
  const platform = context.platforms.get(name);
  if (platform) return platform;
  const waits = await findWaits(context, name);
  const seconds = waits === undefined ? UNTIL_ANOTHER : UNTIL_SET_UP;
  throw new Postponed(seconds, `${name} is not set up in this process`);
}
