import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { PostgresError } from './error.ts';

/** An operating system user. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const run = promisify(execFile);

/**
 * The user to run the server as, or undefined to run it as ourselves. PostgreSQL refuses to run as
 * root, so root hands it to the owner of an existing `folder`, else to an unprivileged user that
 * the system already has; none is ever created.
 */
export async function serverAccount(folder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const account = (await owner(folder)) ?? (await lookUp('postgres')) ?? (await lookUp('nobody'));
  if (account) return account;
  throw new PostgresError(
    'postgres-unsupported',
    'PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody". ' +
      'Start Whetstone as an ordinary user, or set DATABASE_URL.',
  );
}

async function owner(folder: string): Promise<Account | undefined> {
  const found = await stat(folder).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

async function lookUp(name: string): Promise<Account | undefined> {
  const ids = [run('id', ['-u', name]), run('id', ['-g', name])] as const;
  const found = await Promise.all(ids).catch(() => undefined);
  return found && { uid: Number(found[0].stdout), gid: Number(found[1].stdout) };
}

/** Whether `account` may enter every folder on the way to `path`, and `path` itself. */
export async function canReach(account: Account, path: string): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return dirname(path) === path || canReach(account, dirname(path));
}
