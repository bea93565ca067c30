import { randomInt, randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Logger } from 'pino';
import { INSTALLATION_LENGTH } from '../chat/message.ts';
import type { Platform } from '../chat/platform.ts';
import type { Config } from '../config.ts';
import { nothingStored } from '../db/backup/error.ts';
import { databaseClock } from '../db/clock.ts';
import { connect, type Connection, type Database } from '../db/connect.ts';
import { openInspection } from '../db/inspection.ts';
import { feedSecret, installationId } from '../db/installation.ts';
import { migrateToLatest, migrationNames } from '../db/migrate.ts';
import { fetchBytes } from '../decks/published/fetch-bytes.ts';
import type { CountedEvent } from '../delivery/context.ts';
import type { Grader } from '../delivery/grader.ts';
import { within } from '../delivery/within.ts';
import type { GraderSettings } from '../grader/open-grader.ts';
import { createFormulaPainter, type FormulaPainter } from '../pictures/formula.ts';
import { createPicturePainter } from '../pictures/picture.ts';
import type { Postgres } from '../postgres/open-postgres.ts';
import { createDeckReader } from './deck-reader.ts';
import { formulaDrawing, pictureDrawing } from './drawing.ts';
import { openDatabase } from './open-database.ts';
import { heardShards, type ProcessRole } from './roles.ts';
import { createRuntime, type Runtime } from './runtime.ts';

/**
 * After a lost answer, how long a post may take to appear on a platform: longer than any platform's
 * requests may be under way, whoever lost sight of them.
 */
const SETTLE_MS = 20_000;

/** 64 unguessable bits in letters and digits. */
export const randomId = (): string => randomUUID().replaceAll('-', '').slice(0, 16);

/** Connections that nobody holds are closed in less. */
const CLOSE_MS = 500;

/** The database, migrated, and the runtime on it: what both the bot and the operator's commands need. */
export interface Backend {
  readonly runtime: Runtime;
  readonly platforms: readonly Platform[];
  readonly formulas: FormulaPainter;
  close(timeoutMs: number): Promise<void>;
}

export interface BackendOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly roles: readonly ProcessRole[];
  /** Made once there is a database: a platform of our own keeps its state in it. */
  readonly platforms: (db: Database) => Promise<readonly Platform[]>;
  readonly observe: (event: CountedEvent) => void;
  /** Refuses a database that no bot has made its tables in, where it would make them. */
  readonly onlyStored?: boolean;
}

/**
 * Opens the database, brings it up to date and puts the runtime on it. Nothing runs yet.
 * @throws {PostgresError} where the database cannot be had, saying what to do
 * @throws {BackupError} where nothing is stored and something has to be
 */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const { config, log, roles } = options;
  const role = roles.includes('operator') ? 'operator' : 'bot';
  const { databaseUrl, home, olderPostgres } = config;
  const postgres = await openDatabase({ databaseUrl, home, olderPostgres, log, role });
  try {
    if (options.onlyStored) await requireTables(postgres.url);
    const migrated = await migrateToLatest(postgres.url);
    if (migrated.length > 0) log.info({ migrated }, 'brought the database up to date');
    return await assembleBackend(postgres, options);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function requireTables(url: string): Promise<void> {
  const inspection = await openInspection(url);
  const made = await inspection.migrations().finally(() => inspection.close());
  if (made.length === 0) throw nothingStored();
}

async function assembleBackend(
  postgres: Postgres,
  { config, log, roles, observe, platforms: makePlatforms }: BackendOptions,
): Promise<Backend> {
  const connection: Connection = connect(postgres.url, {
    onError: (err) => log.warn({ err }, 'lost a database connection; a new one is made'),
  });
  const installation = await readInstallation(connection);
  const platforms = await makePlatforms(connection.db);
  const pictures = path.join(config.home, 'pictures');
  const formulas = createFormulaPainter({ cacheDir: pictures });
  const painter = createPicturePainter({ fontFolder: path.join(config.home, 'fonts') });
  const grader = config.grader && (await loadGrader(config.grader));
  const runtime = createRuntime({
    db: connection.db,
    locks: connection.locks,
    databaseUrl: postgres.url,
    clock: databaseClock,
    elapsedMs: () => performance.now(),
    randomId,
    installation,
    randomInt,
    platforms,
    paintFormula: formulaDrawing(formulas, log),
    drawPicture: pictureDrawing(painter, log),
    readDeckFile: createDeckReader(pictures),
    fetchPublic: fetchBytes,
    ...(grader && { grader }),
    ...(config.publicUrl !== undefined && {
      feed: { url: config.publicUrl, secret: await feedSecret(connection.db) },
    }),
    log,
    observe,
    settleMs: SETTLE_MS,
    roles,
    migrations: await migrationNames(),
    shards: heardShards(config, roles),
  });
  return {
    runtime,
    platforms,
    formulas,
    async close(timeoutMs) {
      await runtime.stop(timeoutMs);
      // A job that did not end in time still holds its connections.
      await within(CLOSE_MS, connection.close());
      formulas.close();
      painter.close();
      await postgres.stop();
    },
  };
}

/** The client takes long to load, and few operators need it. */
async function loadGrader(settings: GraderSettings): Promise<Grader> {
  const { openGrader } = await import('../grader/open-grader.ts');
  return openGrader(settings);
}

async function readInstallation({ db, close }: Connection): Promise<string> {
  try {
    return await installationId(db, randomId().slice(0, INSTALLATION_LENGTH));
  } catch (error) {
    await close();
    throw error;
  }
}
