import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { onTestFinished, vi } from 'vitest';

/** Another process of Whetstone's, in a process group of its own. */
export interface Peer {
  readonly pid: number;
  /** The next thing it says. */
  next(): Promise<Line>;
  /** Signals the process, or with `group` all its group as Ctrl-C does, and waits for its end. */
  end(signal: NodeJS.Signals, group?: 'group'): Promise<void>;
}

interface Line {
  readonly url?: string;
  readonly lastAnswer?: number;
  readonly refused?: {
    readonly code: string;
    readonly message: string;
    readonly owner?: { readonly pid: number; readonly since: string };
  };
}

export function startPeer(home: string, role: 'bot' | 'operator'): Peer {
  const script = join(import.meta.dirname, 'process.ts');
  const child = spawn(process.execPath, [script, home, role], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => endChild(child, 'SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { pid } = child;
  if (pid === undefined) throw new Error('node did not start');
  return {
    pid,
    next: async () => JSON.parse(String((await lines.next()).value)) as Line,
    end: (signal, group) => endChild(child, signal, group),
  };
}

async function endChild(child: ChildProcess, signal: NodeJS.Signals, group?: 'group') {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  process.kill(group ? -child.pid : child.pid, signal);
  await exit;
}

/** Starts a peer and waits until it has its database. */
export async function startReady(home: string, role: 'bot' | 'operator' = 'bot') {
  const peer = startPeer(home, role);
  const { url, refused } = await peer.next();
  if (url === undefined) throw new Error(refused?.message);
  return { ...peer, url };
}

/** A place for a home, removed after the test with any server that still runs there. */
export async function makeHome(...names: readonly string[]): Promise<string> {
  const top = await mkdtemp(join(tmpdir(), 'whetstone-embedded-'));
  await chmod(top, 0o711);
  const home = join(top, ...(names.length === 0 ? ['home'] : names));
  onTestFinished(async () => {
    await killServer(home);
    await rm(top, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return home;
}

/** Kills the server outright, as the system does when memory runs out. */
export async function killServer(home: string): Promise<void> {
  const pid = await serverPid(home);
  if (pid === undefined) return;
  process.kill(pid, 'SIGKILL');
  await vi.waitUntil(async () => !(await isAlive(pid)));
}

/** The process id of the server that runs under `home`. */
export async function serverPid(home: string): Promise<number | undefined> {
  const file = await readFile(pidFile(home), 'utf8').catch(() => undefined);
  const pid = Number(file?.split('\n')[0]);
  return file !== undefined && (await isAlive(pid)) ? pid : undefined;
}

export function pidFile(home: string): string {
  return join(home, 'postgres', 'data', 'postmaster.pid');
}

/** Alive and a server: where the system tells, not a zombie, nor a stranger with the same number. */
export async function isAlive(pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (command !== undefined) return command.includes('postgres');
  return process.platform !== 'linux' && takesSignals(pid);
}

function takesSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export async function query<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Resolves to the first name starting with `start` that appears in `folder`. */
export async function nameAppears(folder: string, start: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for await (const { filename } of watch(folder)) {
    if (filename?.startsWith(start)) return filename;
  }
  throw new Error(`${folder} is watched no more`);
}
