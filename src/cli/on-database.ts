import type { Logger } from 'pino';
import { type Config, readConfig, secretsOf } from '../config.ts';
import { nothingStored } from '../db/backup/error.ts';
import { createLog } from '../log.ts';
import { hasDatabase, openPostgres } from '../postgres/open-postgres.ts';
import type { Session } from './session.ts';

/** Runs a command on the database as it is, whatever its schema. */
export async function onDatabase<T>(
  session: Session,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const { config, log } = settingsOf(session);
  const { databaseUrl, home } = config;
  const postgres = await openPostgres({ databaseUrl, home, log, role: 'operator' });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}

/**
 * The same for a command that reads what a bot has stored: it makes no database.
 * @throws {BackupError} where there is none
 */
export async function onStored<T>(session: Session, work: (url: string) => Promise<T>): Promise<T> {
  await requireStored(session);
  return onDatabase(session, work);
}

/** @throws {BackupError} where there is no database, with the folder that was looked in */
export async function requireStored(session: Session): Promise<void> {
  const { config } = settingsOf(session);
  if (!(await hasDatabase(config))) throw nothingStored(config.home);
}

/** Warnings go to standard error, so that standard output holds the answer alone. */
export function settingsOf({ environment, terminal }: Session): {
  readonly config: Config;
  readonly log: Logger;
} {
  const config = readConfig(environment());
  const secrets = secretsOf(config);
  const log = createLog({ level: 'warn', format: 'pretty', secrets }, terminal.stderr);
  return { config, log };
}
