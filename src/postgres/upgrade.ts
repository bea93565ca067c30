import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Binaries } from './binaries.ts';
import { type Cluster, clusterIn, prepareCluster } from './cluster.ts';
import { createCluster } from './create-cluster.ts';
import { enterServer } from './enter.ts';
import { PostgresError } from './error.ts';
import { leaveServer } from './hold.ts';
import { exists } from './home.ts';
import { isLastOut } from './lease.ts';
import { DATABASE, ensureDatabase, openCluster } from './open-postgres.ts';
import { findPostmaster } from './postmaster.ts';
import { stopServer } from './server.ts';
import { databaseUrl } from './session.ts';
import { freeName, setUpgradedAside, takeUpgraded, upgradedFolder } from './upgraded.ts';

/** Where systems keep the programs of a major version beside those of others: Debian, Red Hat, Homebrew. */
const FOLDERS: readonly ((major: string) => string)[] = [
  (major) => `/usr/lib/postgresql/${major}/bin`,
  (major) => `/usr/pgsql-${major}/bin`,
  (major) => `/opt/homebrew/opt/postgresql@${major}/bin`,
  (major) => `/usr/local/opt/postgresql@${major}/bin`,
];

export interface Upgrade {
  readonly home: string;
  /** The version of the files that are there. */
  readonly major: string;
  readonly log: Logger;
  /** Copies all that is stored from one database to another, which is empty. */
  readonly copy: (from: string, to: string) => Promise<unknown>;
}

/**
 * Brings the embedded database of an older major version over, by the system's own programs of that version: copies
 * it to a new one beside it, and puts that in its place. Returns the folder in which the old one is kept; undefined
 * where there are no such programs. A process that dies on the way has changed nothing: until the last steps the old
 * one stands in its place, and after them the new one.
 * @throws {PostgresError} nothing was changed, unless the message says so
 */
export async function upgradeCluster(upgrade: Upgrade): Promise<string | undefined> {
  const binaries = await findPrograms(upgrade.major);
  if (!binaries) return undefined;
  const present = await prepareCluster(upgrade.home, false);
  const kept = await moveAway(present, binaries, upgrade).catch((cause: unknown) => {
    throw notBroughtOver(present.folder, cause);
  });
  await takeUpgraded(present.folder);
  return kept;
}

/** From the first of the two renamings on the new one is whole; whoever starts after the second puts it in its place. */
async function moveAway(present: Cluster, binaries: Binaries, upgrade: Upgrade): Promise<string> {
  const { folder, data } = present;
  const draft = await whileAlone({ ...present, binaries }, (from) =>
    fillDraft(present, from, upgrade),
  );
  if (await findPostmaster(data)) throw stillInUse(folder);
  const kept = await freeName(`${folder}-${upgrade.major}`);
  await rename(draft, upgradedFolder(folder));
  await rename(folder, kept).catch(async (cause: unknown) => {
    await rm(upgradedFolder(folder), { recursive: true, force: true });
    throw cause;
  });
  return kept;
}

/**
 * Nobody else uses the server from before `work` until it is stopped: who comes meanwhile waits, as for any server
 * that is about to stop. A lost session ends the upgrade, since others may have written then.
 */
async function whileAlone<T>(old: Cluster, work: (url: string) => Promise<T>): Promise<T> {
  const seat = await enterServer(old, 'bot');
  const requireAlone = async (): Promise<void> => {
    if (!(await isLastOut(seat.client))) throw stillInUse(old.folder);
  };
  try {
    await requireAlone();
    await ensureDatabase(seat.client);
    const result = await work(databaseUrl(seat, DATABASE));
    await requireAlone();
    return result;
  } finally {
    await leaveServer(old, seat);
  }
}

/** The folder of a new cluster with all that is stored, its server stopped; nothing stays of one that failed. */
async function fillDraft(present: Cluster, from: string, { copy, log }: Upgrade): Promise<string> {
  await setUpgradedAside(present.folder, log);
  log.info('bringing the embedded database over to a later version of PostgreSQL');
  const draft = await emptyCluster(present);
  try {
    const to = await openCluster(draft, 'bot', log);
    await copy(from, to.url).finally(() => to.stop());
    return draft.folder;
  } catch (error) {
    await rm(draft.folder, { recursive: true, force: true });
    throw error;
  }
}

/** In the place of one that an upgrade left which did not come to its end, perhaps with its server. */
async function emptyCluster({ folder, ...make }: Cluster): Promise<Cluster> {
  const draft = `${folder}-upgrading`;
  const left = { ...make, folder: draft, data: join(draft, 'data') };
  if (await findPostmaster(left.data)) await stopServer(left);
  await rm(draft, { recursive: true, force: true });
  await createCluster(draft, make);
  return clusterIn(draft, make);
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

/** Somebody who came before the upgrade may still write to the old server. */
const stillInUse = (folder: string): PostgresError =>
  new PostgresError(
    'postgres-in-use',
    `A command still uses the database in ${folder}, so it was not brought over. Start again once that has ended.`,
  );

/** These say for themselves what was not done. */
const OWN_WORDS = new Set(['postgres-in-use', 'postgres-not-upgraded']);

function notBroughtOver(folder: string, cause: unknown): PostgresError {
  if (cause instanceof PostgresError && OWN_WORDS.has(cause.code)) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `The database in ${folder} could not be brought over: ${reason}; nothing was changed.`;
  return new PostgresError('postgres-not-upgraded', message, { cause });
}
