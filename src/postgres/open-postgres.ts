import { type Client, DatabaseError } from 'pg';
import type { Logger } from 'pino';
import { type Cluster, hasCluster, prepareCluster } from './cluster.ts';
import { holdServer } from './hold.ts';
import type { LeaseRole } from './lease.ts';
import { requireOwnMajor } from './major.ts';
import { reachDatabase } from './reach.ts';
import { databaseUrl } from './session.ts';
import { setUpgradedAside } from './upgraded.ts';

export interface Postgres {
  readonly url: string;
  /** Call when every other connection is closed; what is still open is rolled back. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** A server of the operator's own; without one, an embedded server is run under `home`. */
  readonly databaseUrl?: string | undefined;
  readonly home: string;
  readonly log: Logger;
  /** One bot at a time; operators come and go, beside the bot or without it. */
  readonly role: LeaseRole;
  /** For tests: trades crash safety for speed, and dies with this process's group. */
  readonly disposable?: boolean;
}

/** The embedded server's database. */
export const DATABASE = 'whetstone';

/** SQLSTATEs for a database that another process is creating, or has just created. */
const ALREADY_THERE = new Set(['42P04', '23505']);

/**
 * The Postgres to use. An embedded one is started, or joined where it runs: by a bot still there,
 * or left behind by one that was killed. The last to stop it stops the server.
 * @throws {PostgresError} says in its message what the operator can do
 */
export async function openPostgres(options: PostgresOptions): Promise<Postgres> {
  if (options.databaseUrl !== undefined) return joinDatabase(options.databaseUrl);
  const cluster = await prepareCluster(options.home, options.disposable ?? false);
  return openCluster(cluster, options.role, options.log);
}

/** Whether there is one already: the first start of a bot makes an embedded one. */
export const hasDatabase = async ({
  databaseUrl,
  home,
}: Pick<PostgresOptions, 'databaseUrl' | 'home'>): Promise<boolean> =>
  databaseUrl !== undefined || hasCluster(home);

/** The server of a cluster, started or joined. */
export async function openCluster(
  cluster: Cluster,
  role: LeaseRole,
  log: Logger,
): Promise<Postgres> {
  log.info({ folder: cluster.folder }, 'starting the embedded database');
  const hold = await holdServer(cluster, role, log);
  try {
    await requireOwnMajor(hold.seat.client, cluster);
    if (role === 'bot') await setUpgradedAside(cluster.folder, log);
    await ensureDatabase(hold.seat.client);
  } catch (error) {
    await hold.release();
    throw error;
  }
  log.info({ folder: cluster.folder, port: hold.seat.port }, 'embedded database ready');
  return { url: databaseUrl(hold.seat, DATABASE), stop: () => hold.release() };
}

/** A server of the operator's own is theirs to stop. */
async function joinDatabase(url: string): Promise<Postgres> {
  await reachDatabase(url);
  return { url, stop: async () => {} };
}

export async function ensureDatabase(client: Client): Promise<void> {
  const found = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (found.rowCount !== 0) return;
  await client.query(`create database ${DATABASE}`).catch((error: unknown) => {
    if (!(error instanceof DatabaseError && ALREADY_THERE.has(error.code ?? ''))) throw error;
  });
}
