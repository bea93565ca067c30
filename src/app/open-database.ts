import { PostgresError } from '../postgres/error.ts';
import { openPostgres, type Postgres, type PostgresOptions } from '../postgres/open-postgres.ts';
import { upgradeCluster } from '../postgres/upgrade.ts';

interface DatabaseOptions extends PostgresOptions {
  /** Where the operator keeps the programs of an older PostgreSQL. */
  readonly olderPostgres?: string | undefined;
}

/**
 * The bot's database. An embedded one of an older major version is brought over first, where the programs of that
 * version are on this machine: by a backup and its restore, as “move” does it.
 * @throws {PostgresError}
 */
export async function openDatabase(options: DatabaseOptions): Promise<Postgres> {
  try {
    return await openPostgres(options);
  } catch (error) {
    const isUpgraded = options.role === 'bot' && (await upgradeAfter(error, options));
    if (!isUpgraded) throw error;
    return openPostgres(options);
  }
}

async function upgradeAfter(
  error: unknown,
  { home, log, olderPostgres: programs }: DatabaseOptions,
): Promise<boolean> {
  if (!(error instanceof PostgresError) || error.code !== 'postgres-other-major') return false;
  const { major = '' } = error;
  const upgraded = await upgradeCluster({ home, major, programs, log, copy });
  if (!upgraded) return false;
  log.info(upgraded, 'the embedded database is one of a later version now; the old one is kept');
  return true;
}

async function copy(from: string, to: string): Promise<void> {
  // Loaded for this alone: no other start needs it.
  const { moveDatabase } = await import('./move-database.ts');
  await moveDatabase(from, to);
}
