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
import { majorOf, requireOwnMajor } from './major.ts';
import { DATABASE, ensureDatabase, openCluster } from './open-postgres.ts';
import { findPostmaster } from './postmaster.ts';
import { stopServer } from './server.ts';
import { databaseUrl } from './session.ts';
import { freeName, setUpgradedAside, takeUpgraded, upgradedFolder } from './upgraded.ts';

/** Where systems put the programs of a major version beside those of others: Debian, Red Hat, Homebrew. */
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
  /** Where the operator keeps the programs of that version; left out, where systems put them. */
  readonly programs?: string | undefined;
  readonly log: Logger;
  /** Copies all that is stored from one database to another, which is empty. */
  readonly copy: (from: string, to: string) => Promise<unknown>;
}

export interface Upgraded {
  /** The folder of the old one; left out where another bot has brought it over meanwhile. */
  readonly kept?: string;
}

/**
 * Brings the embedded database of an older major version over, by programs of that version: copies it to a new one
 * beside it, and puts that in its place. Undefined where there are no such programs. A process that dies on the way
 * has changed nothing: until the last steps the old one stands in its place, and after them the new one.
 * @throws {PostgresError} nothing was changed, unless the message says so
 */
export async function upgradeCluster(upgrade: Upgrade): Promise<Upgraded | undefined> {
  const binaries = await findPrograms(upgrade);
  if (!binaries) return undefined;
  const present = await prepareCluster(upgrade.home, false);
  const { folder } = present;
  const old = { ...present, binaries, mayStart: unlessReplaced(folder, upgrade.log) };
  try {
    const kept = await replace(old, upgrade, (from) => fillDraft(present, from, upgrade));
    await takeUpgraded(folder);
    return { kept };
  } catch (cause) {
    // Another bot was faster.
    if (cause instanceof PostgresError && cause.major !== undefined) return {};
    throw notBroughtOver(folder, cause);
  }
}

/** So many looks at a server, one every 100 ms, take longer than the last steps of an upgrade. */
const LOOKS_DURING_LAST_STEPS = 50;

/**
 * Between the stop of the old server and the turn of the new one, a bot that comes must not start the old one again:
 * its folder is about to be moved away. Where nothing comes of it, the other bot has died over it.
 */
function unlessReplaced(folder: string, log: Logger): () => Promise<boolean> {
  let looks = 0;
  return async () => {
    if (!(await exists(upgradedFolder(folder)))) return true;
    if (looks++ === 0)
      log.info('waiting for the last steps of an upgrade by another bot, if it lives');
    return looks > LOOKS_DURING_LAST_STEPS;
  };
}

/**
 * Puts the new cluster beside the old one, and moves that away. Between the two the old server stops: the files of one
 * that runs cannot be moved, since it writes to some of them by their whole path. From the first step on the new one
 * is whole; whoever starts after the second puts it in its place.
 */
async function replace(
  old: Cluster,
  { major }: Upgrade,
  fill: (from: string) => Promise<string>,
): Promise<string> {
  const { folder, data } = old;
  const upgraded = upgradedFolder(folder);
  let isFilled = false;
  try {
    await whileAlone(old, async (from) => {
      await rename(await fill(from), upgraded);
      isFilled = true;
    });
    if (await findPostmaster(data)) throw stillInUse(folder);
    const kept = await freeName(`${folder}-${major}`);
    await rename(folder, kept);
    return kept;
  } catch (error) {
    // Another bot's is left alone.
    if (isFilled) await rm(upgraded, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Nobody else uses the server from before `work` until it is stopped: who comes meanwhile waits, as for any server
 * that is about to stop. A lost session ends the upgrade, since others may have written then.
 */
async function whileAlone(old: Cluster, work: (url: string) => Promise<void>): Promise<void> {
  const seat = await enterServer(old, 'bot');
  const requireAlone = async (): Promise<void> => {
    if (!(await isLastOut(seat.client))) throw stillInUse(old.folder);
  };
  // Another bot was faster: whoever comes to the new server stops it, with its own programs.
  await requireOwnMajor(seat.client, old).catch(async (cause: unknown) => {
    await seat.client.end();
    throw cause;
  });
  try {
    await requireAlone();
    await ensureDatabase(seat.client);
    await work(databaseUrl(seat, DATABASE));
    await requireAlone();
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

/** Those that the operator named, or where systems put them: undefined where none are there. */
async function findPrograms({ major, programs }: Upgrade): Promise<Binaries | undefined> {
  const named = programs !== undefined;
  for (const folder of named ? [programs] : FOLDERS.map((of) => of(major))) {
    const program = (name: string): string => join(folder, name);
    const found = await majorOf(program('postgres'));
    if (named && found !== major) throw notThePrograms(folder, found, major);
    if (found !== major) continue;
    return {
      initdb: program('initdb'),
      postgres: program('postgres'),
      pg_ctl: program('pg_ctl'),
    };
  }
  return undefined;
}

function notThePrograms(folder: string, found: string | undefined, major: string): PostgresError {
  const holds =
    found === undefined ? 'no program “postgres” that runs' : `programs of PostgreSQL ${found}`;
  return new PostgresError(
    'postgres-not-upgraded',
    `OLDER_POSTGRES names ${folder}, which holds ${holds}; the database is one of PostgreSQL ${major}. Nothing was changed. Fix: name the folder with the programs of PostgreSQL ${major}, or leave OLDER_POSTGRES empty, so that they are looked for where systems put them.`,
  );
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
