import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';

export interface PgBouncer {
  /** The same address by way of this pooler. */
  through(url: string): string;
  close(): Promise<void>;
}

/** Whether this machine has PgBouncer, as Debian's package `pgbouncer` installs it. */
export function hasPgBouncer(): boolean {
  try {
    execFileSync('pgbouncer', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A PgBouncer on loopback before the server of `url`, which hands out sessions in this mode. */
export async function openPgBouncer(
  url: string,
  mode: 'session' | 'transaction' | 'statement',
): Promise<PgBouncer> {
  const folder = await mkdtemp(join(tmpdir(), 'whetstone-pgbouncer-'));
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  await writeFile(file, settings(url, port, mode));
  // It refuses to run as root, and another user has to get in.
  await chmod(folder, 0o711);
  const asRoot = process.getuid?.() === 0;
  const child = spawn('pgbouncer', [...(asRoot ? ['--user=nobody'] : []), file], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exit = once(child, 'exit');
  const lines = createInterface({ input: child.stderr });
  const up = new Promise<void>((resolve) => {
    lines.on('line', (line) => line.includes('process up') && resolve());
  });
  const failed = exit.then(() => Promise.reject(new Error('PgBouncer did not start')));
  await Promise.race([up, failed]);
  return {
    through(address) {
      const changed = new URL(address);
      changed.hostname = '127.0.0.1';
      changed.port = String(port);
      return changed.href;
    },
    async close() {
      failed.catch(() => undefined);
      child.kill('SIGKILL');
      await exit;
      await rm(folder, { recursive: true });
    },
  };
}

function settings(url: string, port: number, mode: string): string {
  const { hostname, port: target, username, password } = new URL(url);
  return `[databases]
* = host=${hostname} port=${target || 5432} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = ${mode}
`;
}
