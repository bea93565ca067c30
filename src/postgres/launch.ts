import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Account, canReach } from './account.ts';
import { PostgresError } from './error.ts';

/** What to hand to `spawn` or `execFile`. */
export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    readonly uid?: number;
    readonly gid?: number;
  };
}

interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/**
 * A program of PostgreSQL's, to run in `cwd` as `account` (undefined: as ourselves).
 *
 * It does not inherit the environment: `PG…` variables would bend it, and the bot's tokens are none
 * of its business. `LC_ALL=C` keeps its messages in the words that are looked for in its log.
 */
export async function launch(
  account: Account | undefined,
  { file, args, cwd }: Program,
): Promise<Launch> {
  const options = { cwd, env: { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin' } };
  if (!account) return { file, args, options };
  const reaches = (await canReach(account, file)) && (await canReach(account, cwd));
  if (reaches) return { file, args, options: { ...options, ...account } };
  await requireSetpriv(cwd, options);
  return { file: 'setpriv', args: [...privileges(account), file, ...args], options };
}

/**
 * Root's own folders, such as /root, are closed to every other user. Rather than open them or put
 * the data elsewhere, the server keeps one of root's capabilities: to pass file permissions. Without
 * the secure bit, access(2), by which PostgreSQL finds its own programs, would not count it.
 */
function privileges({ uid, gid }: Account): readonly string[] {
  return [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--no-new-privs',
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
    '--securebits=+no_setuid_fixup',
  ];
}

async function requireSetpriv(cwd: string, options: Launch['options']): Promise<void> {
  await promisify(execFile)('setpriv', ['--version'], options).catch((cause: unknown) => {
    throw new PostgresError(
      'postgres-unsupported',
      `PostgreSQL does not run as root, and other users cannot enter ${cwd} or this program's folder. ` +
        'Put both where they can, start Whetstone as an ordinary user, or set DATABASE_URL.',
      { cause },
    );
  });
}
