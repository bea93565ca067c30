import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { serverAccount } from '../../src/postgres/account.ts';
import { freePort } from './free-port.ts';

/** Where Debian keeps a PostgreSQL of each major version. */
const DEBIAN = '/usr/lib/postgresql';

export interface OtherPostgres {
  readonly url: string;
  close(): Promise<void>;
}

/** The programs of a PostgreSQL of another version than the embedded one; undefined without any. */
export async function findOtherPostgres(): Promise<string | undefined> {
  const versions = await readdir(DEBIAN).catch(() => []);
  const older = versions.map(Number).filter((version) => version >= 15 && version < 18);
  return older.length > 0 ? join(DEBIAN, String(Math.min(...older)), 'bin') : undefined;
}

/** A new, empty server on loopback, which goes with its files. */
export async function openOtherPostgres(
  programs: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<OtherPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'whetstone-other-postgres-'));
  const server = await openOtherPostgresIn(folder, programs, settings);
  return {
    url: server.url,
    async close() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** A server whose files stand in `<folder>/data`: made where there are none, and kept. */
export async function openOtherPostgresIn(
  folder: string,
  programs: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<OtherPostgres> {
  await chmod(folder, 0o711);
  const account = await serverAccount(folder);
  if (account) await chown(folder, account.uid, account.gid);
  const options = { cwd: folder, ...account, env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } };
  const data = join(folder, 'data');
  const make = [`--pgdata=${data}`, '--username=whetstone', '--auth=trust', '--encoding=UTF8'];
  if (!(await readdir(folder)).includes('data')) {
    await promisify(execFile)(join(programs, 'initdb'), [...make, '--no-sync'], options);
  }
  const port = await freePort();
  const flags = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    ...settings,
  };
  const child = spawn(
    join(programs, 'postgres'),
    [`-D${data}`, `-p${port}`, ...Object.entries(flags).map(([name, to]) => `-c${name}=${to}`)],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exit = once(child, 'exit');
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.includes('ready to accept connections')) resolve();
    });
  });
  const failed = exit.then(() => Promise.reject(new Error('PostgreSQL did not start')));
  await Promise.race([ready, failed]);
  return {
    url: `postgres://whetstone@127.0.0.1:${port}/postgres`,
    async close() {
      failed.catch(() => undefined);
      // Its "fast" shutdown.
      child.kill('SIGINT');
      await exit;
    },
  };
}
