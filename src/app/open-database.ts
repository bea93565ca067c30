import { PostgresError } from '../postgres/error.ts';
import { openPostgres, type Postgres, type PostgresOptions } from '../postgres/open-postgres.ts';
import { beginUpgrade, type Upgrade } from '../postgres/upgrade.ts';

/**
 * The bot's database. An embedded one of an older major version is brought over first, where the programs of that
 * version are on this machine: by a backup and its restore, as “move” does it.
 * @throws {PostgresError}
 */
export async function openDatabase(options: PostgresOptions): Promise<Postgres> {
  try {
    return await openPostgres(options);
  } catch (error) {
    const upgrade = options.role === 'bot' ? await upgradeAfter(error, options) : undefined;
    if (!upgrade) throw error;
    await bringOver(upgrade, options);
    return openPostgres(options);
  }
}

async function upgradeAfter(
  error: unknown,
  { home, log }: PostgresOptions,
): Promise<Upgrade | undefined> {
  if (!(error instanceof PostgresError) || error.major === undefined) return undefined;
  return beginUpgrade(home, error.major, log);
}

async function bringOver(upgrade: Upgrade, { log }: PostgresOptions): Promise<void> {
  try {
    // Loaded for this alone: no other start needs it.
    const { moveDatabase } = await import('./move-database.ts');
    log.info('bringing the embedded database over to a later version of PostgreSQL');
    await moveDatabase(upgrade.from.url, upgrade.to.url);
  } catch (error) {
    await upgrade.abandon();
    throw error;
  }
  const kept = await upgrade.finish();
  log.info({ kept }, 'the embedded database is one of a later version now; the old one is kept');
}
