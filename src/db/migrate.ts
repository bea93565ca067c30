import { promises as fs } from 'node:fs';
import path from 'node:path';
import { FileMigrationProvider, type MigrationResultSet, Migrator } from 'kysely/migration';
import { connect, type Database } from './connect.ts';

/** Why the schema cannot be changed, in words for the operator. */
export class MigrationError extends Error {
  readonly code = 'migration-failed';

  constructor(cause: unknown) {
    super(`The database's schema cannot be changed: ${describe(cause)}`, { cause });
    this.name = 'MigrationError';
  }
}

/**
 * Brings the schema at `url` to the newest migration. Replicas may start together: Kysely's
 * migrator holds an advisory lock, and the second finds nothing left to do.
 * @throws {MigrationError}
 */
export async function migrateToLatest(url: string): Promise<readonly string[]> {
  return changeSchema(url, (migrator) => migrator.migrateToLatest());
}

/**
 * Brings the schema to where it was after one migration, up or down.
 * @throws {MigrationError}
 */
export async function migrateTo(url: string, name: string): Promise<readonly string[]> {
  return changeSchema(url, (migrator) => migrator.migrateTo(name));
}

/**
 * Takes the newest migration back.
 * @throws {MigrationError}
 */
export async function migrateDown(url: string): Promise<readonly string[]> {
  return changeSchema(url, (migrator) => migrator.migrateDown());
}

/** The migration that would be taken back next; undefined on a database without any. */
export async function newestMigration(url: string): Promise<string | undefined> {
  const all = await withMigrator(url, (migrator) => migrator.getMigrations());
  const made = all.flatMap(({ name, executedAt }) => (executedAt ? [{ name, executedAt }] : []));
  return made.toSorted((a, b) => a.executedAt.getTime() - b.executedAt.getTime()).at(-1)?.name;
}

async function changeSchema(
  url: string,
  change: (migrator: Migrator) => Promise<MigrationResultSet>,
): Promise<readonly string[]> {
  const { error, results } = await withMigrator(url, change);
  if (error) throw new MigrationError(error);
  return (results ?? []).map((result) => result.migrationName);
}

async function withMigrator<T>(url: string, run: (migrator: Migrator) => Promise<T>): Promise<T> {
  const connection = connect(url, { onError: () => undefined, max: 2 });
  try {
    return await run(migratorOf(connection.db));
  } finally {
    await connection.close();
  }
}

/** All migrations of this version of the program, the oldest first. */
export async function migrationNames(): Promise<readonly string[]> {
  return Object.keys(await provider().getMigrations()).toSorted();
}

/** Of two that were made side by side, the one with the earlier name may reach a database after the other. */
const migratorOf = (db: Database): Migrator =>
  new Migrator({ db, provider: provider(), allowUnorderedMigrations: true });

function provider(): FileMigrationProvider {
  const migrationFolder = path.join(import.meta.dirname, '../../migrations');
  // Kysely imports by path, which Node takes as a URL only on Windows; this holds on all systems.
  return new FileMigrationProvider({ fs, path, migrationFolder });
}

/** The words of Kysely's migrator for migrations that this program does not have. */
const UNKNOWN_MIGRATIONS = 'corrupted migrations';

function describe(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (!message.startsWith(UNKNOWN_MIGRATIONS)) return message;
  return `${message}. Another version of Whetstone was here: start that one, or a newer one.`;
}
