import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { PostgresError } from './error.ts';
import { makeDraft } from './home.ts';
import { launch } from './launch.ts';

/** The superuser; the server belongs to this bot alone. */
export const USER = 'whetstone';

/** Making a cluster takes seconds; ten minutes, in ms, is beyond the slowest disk. */
const ABANDONED_AFTER_MS = 600_000;

/** The characters that `mkdtemp` adds to a name. */
const RANDOM_SUFFIX = 6;

export interface Make {
  readonly account: Account | undefined;
  readonly binaries: Binaries;
  readonly disposable: boolean;
}

const run = promisify(execFile);

/**
 * Makes an empty cluster and its password in a folder beside `folder`, then renames it into place:
 * a crash on the way leaves nothing half-made, and of two processes one wins and both may go on.
 */
export async function createCluster(folder: string, make: Make): Promise<void> {
  const draft = await makeDraft(dirname(folder), `${folder}-draft-`);
  try {
    await removeAbandoned(draft);
    await fill(draft, make);
    await rename(draft, folder).catch(unlessTaken);
  } catch (cause) {
    throw new PostgresError('postgres-not-created', explain(folder, cause), { cause });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function fill(draft: string, { account, binaries, disposable }: Make): Promise<void> {
  const password = join(draft, 'password');
  await writeFile(password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (account) {
    await chown(draft, account.uid, account.gid);
    await chown(password, account.uid, account.gid);
  }
  const args = [`--pgdata=${join(draft, 'data')}`, `--pwfile=${password}`, ...flags(disposable)];
  const {
    file,
    args: argv,
    options,
  } = await launch(account, {
    ...{ file: binaries.initdb, args, cwd: draft },
  });
  await run(file, argv, options);
}

/** PostgreSQL's own C.UTF-8 knows the case of every script and needs no locale of the system's. */
function flags(disposable: boolean): readonly string[] {
  return [
    `--username=${USER}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(disposable ? ['--no-sync'] : []),
  ];
}

/** Removes the drafts of processes that died over them, going by the file system's own clock. */
async function removeAbandoned(draft: string): Promise<void> {
  const { mtimeMs: now } = await stat(draft);
  const start = basename(draft).slice(0, -RANDOM_SUFFIX);
  for (const name of await readdir(dirname(draft))) {
    const path = join(dirname(draft), name);
    if (!name.startsWith(start)) continue;
    // Another process may be finishing its own draft just now.
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

function unlessTaken(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}

function explain(folder: string, cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `The database in ${folder} could not be created: ${reason}`;
}
