import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Cluster } from './cluster.ts';
import { PostgresError } from './error.ts';
import { launch } from './launch.ts';
import { otherMajor } from './major.ts';
import { findPostmaster } from './postmaster.ts';

/** Seconds the server gets to write out what it holds; then the operator is told. */
const STOP_TIMEOUT_S = 120;

/** How long to wait between two looks at a starting server, in ms. */
const POLL_INTERVAL_MS = 50;

/** Reasons that pass by themselves: another start came first, or took the port, or is just dying. */
const PASSING = /lock file "postmaster\.pid"|pre-existing shared memory block|could not bind/;

/** What is read of the end of a log, in bytes; a start says less. */
const LOG_END = 65_536;

/**
 * Starts the server on loopback, on `port` or else any free one, and waits until it is ready: as
 * long as crash recovery takes.
 * @throws {PostgresError} where it cannot start; any other error where looking again may help
 */
export async function startServer(cluster: Cluster, port?: number): Promise<void> {
  const log = await openLog(cluster.log);
  try {
    const server = await spawnServer(cluster, port ?? (await freePort()), log.fd);
    if (await becomesReady(server, cluster)) return server.unref();
    const said = await readEnd(log);
    throw PASSING.test(said) ? new Error(said) : notStarted(cluster, said);
  } finally {
    await log.close();
  }
}

async function spawnServer(cluster: Cluster, port: number, log: number): Promise<ChildProcess> {
  const args = ['-D', cluster.data, '-p', String(port), ...settings(cluster.disposable)];
  const { account, binaries, folder } = cluster;
  const {
    file,
    args: argv,
    options,
  } = await launch(account, {
    ...{ file: binaries.postgres, args, cwd: folder },
  });
  // A group of its own, so that Ctrl-C and a service manager's signals reach the bot alone and the
  // bot decides the order of stopping. A disposable server dies with its makers.
  const detached = !cluster.disposable;
  const server = spawn(file, argv, { ...options, detached, stdio: ['ignore', log, log] });
  await once(server, 'spawn').catch((cause: unknown) => {
    throw notStarted(cluster, String(cause), cause);
  });
  return server;
}

/** Waits until the server takes connections. Returns false where it ends instead. */
async function becomesReady(server: ChildProcess, { data }: Cluster): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const running = await findPostmaster(data);
    if (running?.ready && running.pid === server.pid) return true;
    await sleep(POLL_INTERVAL_MS);
  }
  return false;
}

/** A file of the last run is kept as `….1`, and none before that: logs stay small by themselves. */
async function openLog(path: string): Promise<FileHandle> {
  await rename(path, `${path}.1`).catch(() => undefined);
  return open(path, 'a+', 0o600);
}

/** The last lines of our own log, also where another start has put a new one in its place. */
async function readEnd(log: FileHandle): Promise<string> {
  const { size } = await log.stat();
  const position = Math.max(0, size - LOG_END);
  const { buffer, bytesRead } = await log.read(Buffer.alloc(LOG_END), 0, LOG_END, position);
  return buffer.toString('utf8', 0, bytesRead).trim().split('\n').slice(-5).join('\n');
}

function settings(disposable: boolean): readonly string[] {
  const durable = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC' };
  const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  // A run of the tests starts several bots at a time on its one server, and each opens up to 16 connections.
  const shared = { max_connections: '400' };
  const chosen = {
    ...durable,
    log_checkpoints: 'off',
    ...(disposable ? { ...fast, ...shared } : {}),
  };
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
  const {
    file,
    args: argv,
    options,
  } = await launch(account, {
    ...{ file: binaries.pg_ctl, args, cwd: folder },
  });
  try {
    await promisify(execFile)(file, argv, options);
  } catch (cause) {
    if (!(await findPostmaster(data))) return;
    throw new PostgresError('postgres-not-stopped', `The database in ${folder} does not stop.`, {
      cause,
    });
  }
}

/** What a server says of files that were made by another major version. */
const OTHER_MAJOR =
  /initialized by PostgreSQL version (\d+), which is not compatible with this version (\d+)/;

function notStarted({ folder }: Cluster, reason: string, cause?: unknown): PostgresError {
  const [, theirs, ours] = OTHER_MAJOR.exec(reason) ?? [];
  if (theirs !== undefined && ours !== undefined) return otherMajor(folder, theirs, ours);
  const message = `The database in ${folder} does not start:\n${reason}`;
  return new PostgresError('postgres-not-started', message, { cause });
}
