import { promises as fs } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import {
  FileMigrationProvider,
  type MigrationResultSet,
  Migrator,
  type MigratorProps,
} from 'kysely/migration';
import pg, { type Client } from 'pg';
import { connect, type Database, onSession } from './connect.ts';

const MIGRATIONS = path.join(import.meta.dirname, '../../migrations');

export type MigrationErrorCode =
  | 'migration-failed'
  /** A later version changed the schema: it went through migrations that this version does not have. */
  | 'schema-newer';

/** Why the schema cannot be worked on, in words for the operator. */
export class MigrationError extends Error {
  readonly code: MigrationErrorCode;

  constructor(code: MigrationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationError';
    this.code = code;
  }
}

/** What an older version says that meets a schema with migrations that it does not have. */
export const newerSchema = (unknown: readonly string[], options?: ErrorOptions): MigrationError =>
  new MigrationError(
    'schema-newer',
    `A later version of Whetstone has changed this database: it made ${unknown.join(', ')}, which this ` +
      'version does not have. Nothing is lost. Start that version, or a later one. To go back, restore the ' +
      'backup from before the upgrade into an empty database: docs/operate.md.',
    options,
  );

/**
 * Brings the schema at `url` to the newest migration. Replicas may start together: Kysely's
 * migrator holds an advisory lock, and the second finds nothing left to do.
 * @throws {MigrationError}
 */
export async function migrateToLatest(url: string): Promise<readonly string[]> {
  if (await isLatest(url)) return [];
  return changeSchema(url, (migrator) => migrator.migrateToLatest());
}

/** Most starts have nothing to migrate; to see that, no migration has to be loaded. */
async function isLatest(url: string): Promise<boolean> {
  const { db, close } = connect(url, { onError: () => undefined, max: 1 });
  try {
    const made = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    const names = made.rows.map(({ name }) => name).toSorted();
    return isDeepStrictEqual(names, await migrationNames());
  } catch (error) {
    if (isNewDatabase(error)) return false;
    throw migrationError(error);
  } finally {
    await close();
  }
}

/** SQLSTATE of a table that is not there. */
const UNDEFINED_TABLE = '42P01';

const isNewDatabase = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE;

/**
 * Brings the schema to where it was after one migration, or to the newest, within the transaction that the
 * session is in: it is undone with that.
 * @throws {MigrationError}
 */
export async function migrateWithin(session: Client, name?: string): Promise<readonly string[]> {
  const { db, firstError } = onSession(session);
  const migrator = new Migrator({ ...migratorProps(db), disableTransactions: true });
  const changed = name === undefined ? migrator.migrateToLatest() : migrator.migrateTo(name);
  return namesOf(await changed, firstError);
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
  return namesOf(await withMigrator(url, change));
}

/** In a transaction that failed, what came first says why; all later statements only say that it failed. */
function namesOf(
  { error, results }: MigrationResultSet,
  firstError: () => unknown = () => undefined,
): readonly string[] {
  if (error !== undefined) throw migrationError(firstError() ?? error);
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

/** All migrations of this version of the program, the oldest first: each is called by its file. */
export async function migrationNames(): Promise<readonly string[]> {
  const files = await fs.readdir(MIGRATIONS);
  const migrations = files.filter((file) => file.endsWith('.ts'));
  return migrations.map((file) => path.basename(file, '.ts')).toSorted();
}

const migratorOf = (db: Database): Migrator => new Migrator(migratorProps(db));

/** Of two that were made side by side, the one with the earlier name may reach a database after the other. */
const migratorProps = (db: Database): MigratorProps => ({
  db,
  provider: provider(),
  allowUnorderedMigrations: true,
});

function provider(): FileMigrationProvider {
  // Kysely imports by path, which Node takes as a URL only on Windows; this holds on all systems.
  return new FileMigrationProvider({ fs, path, migrationFolder: MIGRATIONS });
}

/** The words of Kysely's migrator for a migration that this program does not have. */
const UNKNOWN_MIGRATION = /^corrupted migrations: previously executed migration (\S+) is missing/;

function migrationError(cause: unknown): MigrationError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const [, unknown] = UNKNOWN_MIGRATION.exec(message) ?? [];
  if (unknown !== undefined) return newerSchema([unknown], { cause });
  const why = `The database's schema cannot be changed: ${message}`;
  return new MigrationError('migration-failed', why, { cause });
}
