import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Client } from 'pg';
import type { Cluster } from './cluster.ts';
import { PostgresError } from './error.ts';

/**
 * Refuses a server of another major version than the programs: one that an upgrade started, and left behind when
 * its process was killed.
 * @throws {PostgresError} `postgres-other-major`
 */
export async function requireOwnMajor(client: Client, { binaries, folder }: Cluster) {
  const { rows } = await client.query<{ major: string }>(
    `select current_setting('server_version_num')::int / 10000 || '' as major`,
  );
  const theirs = rows[0]?.major;
  const ours = await majorOf(binaries.postgres);
  if (theirs === undefined || ours === undefined || theirs === ours) return;
  throw otherMajor(folder, theirs, ours);
}

/** The major version of a program of PostgreSQL's; undefined where there is no such program. */
export async function majorOf(program: string): Promise<string | undefined> {
  const said = await promisify(execFile)(program, ['--version']).catch(() => undefined);
  return /\(PostgreSQL\) (\d+)/.exec(said?.stdout ?? '')?.[1];
}

/** Only the programs of its own version can read it: a bot that finds them brings an older one over by itself. */
export function otherMajor(folder: string, theirs: string, ours: string): PostgresError {
  if (Number(theirs) > Number(ours)) return laterMajor(folder, theirs, ours);
  const message = [
    `The database in ${folder} is one of PostgreSQL ${theirs}, and this version of Whetstone brings PostgreSQL ${ours}.`,
    'Nothing was changed. It is brought over by either way, and kept beside the new one:',
    `- Install PostgreSQL ${theirs} on this machine (on Debian, the package postgresql-${theirs}), and start the bot.`,
    '  Where its programs are in no usual place, name their folder in OLDER_POSTGRES.',
    '- Or in the version of Whetstone that ran before (git checkout, npm ci):',
    '     npm run -s whetstone -- backup ../whetstone-upgrade.gz',
    '  and then in this one:',
    `     mv '${folder}' '${folder}-${theirs}'`,
    '     npm run -s whetstone -- restore ../whetstone-upgrade.gz',
  ].join('\n');
  return new PostgresError('postgres-other-major', message, { major: theirs });
}

/** Where an operator went back to an earlier version of Whetstone. What is newer is never brought down by itself. */
function laterMajor(folder: string, theirs: string, ours: string): PostgresError {
  const message = [
    `The database in ${folder} is one of PostgreSQL ${theirs}, and this version of Whetstone brings PostgreSQL ${ours}, which cannot read it.`,
    'Nothing was changed. Start the later version of Whetstone again, which can; or move the folder away',
    `(mv '${folder}' '${folder}-${theirs}') and restore a backup from before the upgrade: npm run -s whetstone -- restore FILE`,
  ].join('\n');
  return new PostgresError('postgres-later-major', message, { major: theirs });
}
