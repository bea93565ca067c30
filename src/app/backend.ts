import { randomInt, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { INSTALLATION_LENGTH } from '../chat/message.ts';
import type { Platform } from '../chat/platform.ts';
import type { Config } from '../config.ts';
import { databaseClock } from '../db/clock.ts';
import { connect, type Connection, type Database } from '../db/connect.ts';
import { installationId } from '../db/installation.ts';
import { migrateToLatest } from '../db/migrate.ts';
import { deckErrors } from '../decks/check-deck.ts';
import { type Fault, formatFault, isError } from '../decks/fault.ts';
import { readDeck } from '../decks/read-deck.ts';
import type { Context, CountedEvent, PaintFormula } from '../delivery/context.ts';
import type { Grader } from '../delivery/grader.ts';
import { DEFAULT_DECK } from '../domain/track-plan.ts';
import { changedQuestions } from '../features/decks/changed-questions.ts';
import { loadDeck } from '../features/decks/load-deck.ts';
import type { GraderSettings } from '../grader/open-grader.ts';
import { createFormulaPainter, type FormulaPainter } from '../pictures/formula.ts';
import { openPostgres, type Postgres } from '../postgres/open-postgres.ts';
import type { DeckChecks } from './deck-checks.ts';
import type { ProcessRole } from './roles.ts';
import { createRuntime, type Runtime } from './runtime.ts';
import { within } from './within.ts';

/** Decks that come with the program, one folder each. */
export const SHIPPED_DECKS = path.join(import.meta.dirname, '../../data');

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
  readonly platforms: (db: Database) => readonly Platform[];
  readonly observe: (happening: CountedEvent) => void;
}

/**
 * Opens the database, brings it up to date and puts the runtime on it. Nothing runs yet.
 * @throws {PostgresError} where the database cannot be had, saying what to do
 */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const { config, log, roles } = options;
  const role = roles.includes('operator') ? 'operator' : 'bot';
  const { databaseUrl, home } = config;
  const postgres = await openPostgres({ databaseUrl, home, log, role });
  try {
    const migrated = await migrateToLatest(postgres.url);
    if (migrated.length > 0) log.info({ migrated }, 'brought the database up to date');
    return await assembleBackend(postgres, options);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function assembleBackend(
  postgres: Postgres,
  { config, log, roles, observe, platforms: makePlatforms }: BackendOptions,
): Promise<Backend> {
  const connection: Connection = connect(postgres.url, {
    onError: (err) => log.warn({ err }, 'lost a database connection; a new one is made'),
  });
  const installation = await readInstallation(connection);
  const platforms = makePlatforms(connection.db);
  const formulas = createFormulaPainter({ cacheDir: path.join(config.home, 'pictures') });
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
    paintFormula: painter(formulas, log),
    ...(grader && { grader }),
    log,
    observe,
    settleMs: SETTLE_MS,
    roles,
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

/** A formula that cannot be drawn is a fault of the deck, not of the post: the plain text serves. */
function painter(formulas: FormulaPainter, log: Logger): PaintFormula {
  return async (latex, question) => {
    const picture = await formulas.paint(latex);
    if (picture.ok) return picture.png;
    const { reason, cause } = picture;
    log.warn(
      { question, reason, ...(cause !== undefined && { err: cause }) },
      'a formula cannot be drawn',
    );
    return undefined;
  };
}

/**
 * Loads the decks under `data/`. One with an error is left as it was stored before, with the faults
 * in the log: half a deck would retire the other half.
 */
export async function loadShippedDecks({
  runtime,
  formulas,
}: Pick<Backend, 'runtime' | 'formulas'>): Promise<void> {
  // The cards of a deck are laid out by the platforms, which take long to load; few commands need them.
  const { deckChecks } = await import('./deck-checks.ts');
  const checks = deckChecks(formulas);
  for (const folder of await shippedFolders()) await loadFolder(runtime.context, checks, folder);
}

/** The folders under `data/`, the default deck's first: decks are listed in the order they came. */
export async function shippedFolders(): Promise<readonly string[]> {
  const entries = await readdir(SHIPPED_DECKS, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const others = names.filter((name) => name !== DEFAULT_DECK).toSorted();
  return [DEFAULT_DECK, ...others].map((name) => path.join(SHIPPED_DECKS, name));
}

/** Loads one deck's folder after the same checks that an import makes. */
export async function loadFolder(
  context: Pick<Context, 'db' | 'clock' | 'log'>,
  checks: DeckChecks,
  folder: string,
): Promise<void> {
  const { deck, faults, locate } = await readDeck(folder);
  const errors: Fault[] = faults.filter(isError);
  if (deck) {
    // What is stored was checked when it was.
    const questions = await changedQuestions(context, deck);
    errors.push(...(await deckErrors({ ...deck, questions }, { ...checks, locate })));
  }
  if (deck && errors.length === 0) await loadDeck(context, deck);
  for (const fault of errors) context.log.error({ folder }, formatFault(fault));
}
