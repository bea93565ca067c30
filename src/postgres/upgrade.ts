import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Binaries } from './binaries.ts';
import {
  type Cluster,
  clusterIn,
  exists,
  prepareCluster,
  takeUpgraded,
  upgradedFolder,
} from './cluster.ts';
import { createCluster } from './create-cluster.ts';
import { PostgresError } from './error.ts';
import { openCluster, type Postgres } from './open-postgres.ts';
import { findPostmaster } from './postmaster.ts';

/** Where systems keep the programs of a major version beside those of others: Debian, Red Hat, Homebrew. */
const FOLDERS: readonly ((major: string) => string)[] = [
  (major) => `/usr/lib/postgresql/${major}/bin`,
  (major) => `/usr/pgsql-${major}/bin`,
  (major) => `/opt/homebrew/opt/postgresql@${major}/bin`,
  (major) => `/usr/local/opt/postgresql@${major}/bin`,
];

/** The old server, as it was, and an empty new one beside it. */
export interface Upgrade {
  readonly from: Postgres;
  readonly to: Postgres;
  /** Stops both and puts the new one in the old one's place; the folder in which the old one is kept. */
  finish(): Promise<string>;
  /** Stops both, and leaves the old one in its place. */
  abandon(): Promise<void>;
}

/**
 * Starts the embedded server of an older major version by the system's own programs of that version, and a new
 * one beside it. Undefined where there are no such programs. A process that dies on the way has changed nothing:
 * until the last steps of `finish` the old one stands in its place, and after them the new one.
 */
export async function beginUpgrade(
  home: string,
  major: string,
  log: Logger,
): Promise<Upgrade | undefined> {
  const programs = await findPrograms(major);
  if (!programs) return undefined;
  const present = await prepareCluster(home, false);
  // The lease of a bot keeps every other one away meanwhile.
  const from = await openCluster({ ...present, binaries: programs }, 'bot', log);
  try {
    const draft = await emptyCluster(present);
    const to = await openCluster(draft, 'bot', log);
    const stop = async (): Promise<void> => {
      await to.stop();
      await from.stop();
    };
    return {
      ...{ from, to, abandon: stop },
      async finish() {
        await stop();
        return takePlace(present, draft.folder, major);
      },
    };
  } catch (error) {
    await from.stop();
    throw error;
  }
}

async function findPrograms(major: string): Promise<Binaries | undefined> {
  for (const folder of FOLDERS.map((of) => of(major))) {
    const program = (name: string): string => join(folder, name);
    if (await exists(program('postgres'))) {
      return {
        initdb: program('initdb'),
        postgres: program('postgres'),
        pg_ctl: program('pg_ctl'),
      };
    }
  }
  return undefined;
}

/** In the place of one that an upgrade left which did not come to its end. */
async function emptyCluster({ folder, ...make }: Cluster): Promise<Cluster> {
  const draft = `${folder}-upgrading`;
  await rm(draft, { recursive: true, force: true });
  await rm(upgradedFolder(folder), { recursive: true, force: true });
  await createCluster(draft, make);
  return clusterIn(draft, make);
}

/** From the first of these steps on the new one is whole; whoever starts after the second makes the third. */
async function takePlace({ folder, data }: Cluster, draft: string, major: string): Promise<string> {
  if (await findPostmaster(data)) throw stillInUse(folder);
  const kept = await freeName(`${folder}-${major}`);
  await rename(draft, upgradedFolder(folder));
  await rename(folder, kept);
  await takeUpgraded(folder);
  return kept;
}

async function freeName(wanted: string, count = 1): Promise<string> {
  const name = count === 1 ? wanted : `${wanted}-${count}`;
  return (await exists(name)) ? freeName(wanted, count + 1) : name;
}

/** A command joined the old server meanwhile, and may write to it. */
const stillInUse = (folder: string): PostgresError =>
  new PostgresError(
    'postgres-in-use',
    `A command still uses the database in ${folder}, so it was not brought over. Start again once that has ended.`,
  );
