import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Cluster } from './cluster.ts';
import { PostgresError } from './error.ts';
import { launch } from './launch.ts';
import { findPostmaster } from './postmaster.ts';

/** Seconds the server gets to write out what it holds; then the operator is told. */
const STOP_TIMEOUT_S = 120;

/** How long to wait between two looks at a starting server, in ms. */
const POLL_INTERVAL_MS = 50;

/** Reasons that pass by themselves: another start came first, or took the port, or is just dying. */
const PASSING = /lock file "postmaster\.pid"|pre-existing shared memory block|could not bind/;

/**
 * Starts the server on loopback, on `port` or else any free one, and waits until it is ready: as
 * long as crash recovery takes. Resolves as well when it could not start for a reason that passes
 * by itself, so the caller looks again.
 */
export async function startServer(cluster: Cluster, port?: number): Promise<void> {
  const server = await spawnServer(cluster, port ?? (await freePort()));
  while (server.exitCode === null && server.signalCode === null) {
    const running = await findPostmaster(cluster.data);
    if (running?.pid === server.pid && running?.ready) return server.unref();
    await sleep(POLL_INTERVAL_MS);
  }
  const log = await readFile(cluster.log, 'utf8');
  if (!PASSING.test(log)) throw notStarted(cluster, log);
}

async function spawnServer(cluster: Cluster, port: number): Promise<ChildProcess> {
  const args = ['-D', cluster.data, '-p', String(port), ...settings(cluster.disposable)];
  const { account, binaries, folder } = cluster;
  const { file, args: argv, options } = await launch(account, binaries.postgres, args, folder);
  const log = await openLog(cluster.log);
  try {
    // A group of its own, so that Ctrl-C and a service manager's signals reach the bot alone and
    // the bot decides the order of stopping. A disposable server dies with its makers.
    const detached = !cluster.disposable;
    const server = spawn(file, argv, { ...options, detached, stdio: ['ignore', log.fd, log.fd] });
    await once(server, 'spawn');
    return server;
  } catch (cause) {
    throw notStarted(cluster, String(cause), cause);
  } finally {
    await log.close();
  }
}

/** A file of the last run is kept as `….1`, and none before that: logs stay small by themselves. */
async function openLog(path: string) {
  await rename(path, `${path}.1`).catch(() => undefined);
  return open(path, 'a', 0o600);
}

function settings(disposable: boolean): readonly string[] {
  const durable = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC' };
  const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const chosen = { ...durable, log_checkpoints: 'off', ...(disposable ? fast : {}) };
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Ends every session, rolls back what is open, writes out the rest, and waits for the end of it. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const { account, binaries, data, folder } = cluster;
  const args = ['stop', '-D', data, '-m', 'fast', '-t', String(STOP_TIMEOUT_S)];
  const { file, args: argv, options } = await launch(account, binaries.pg_ctl, args, folder);
  try {
    await promisify(execFile)(file, argv, options);
  } catch (cause) {
    if (!(await findPostmaster(data))) return;
    throw new PostgresError('postgres-not-stopped', `The database in ${folder} does not stop.`, {
      cause,
    });
  }
}

function notStarted({ folder }: Cluster, log: string, cause?: unknown): PostgresError {
  const end = log.trim().split('\n').slice(-5).join('\n');
  const message = `The database in ${folder} does not start:\n${end}`;
  return new PostgresError('postgres-not-started', message, { cause });
}
