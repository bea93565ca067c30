import path from 'node:path';
import type { Logger } from 'pino';
import { type Backend, loadShippedDecks, openBackend } from '../app/backend.ts';
import { choosePlatforms } from '../app/platforms.ts';
import { type Config, readConfig, readEnvironment, secretsOf } from '../config.ts';
import { openPostgres } from '../postgres/open-postgres.ts';
import { createLog } from '../log.ts';
import { listDecks } from '../features/decks/list-decks.ts';

/** After a command, what it enqueued is written; there is nothing to wait for. */
const CLOSE_MS = 1_000;

type Work<T> = (backend: Backend) => Promise<T>;

/** Runs an operator's command on the runtime, beside the running bot or without one. */
export const asOperator = <T>(work: Work<T>): Promise<T> => run(work, false);

/** The same for a command that asks the platforms what they hold; none of them is started. */
export const asOperatorWithPlatforms = <T>(work: Work<T>): Promise<T> => run(work, true);

async function run<T>(work: Work<T>, withPlatforms: boolean): Promise<T> {
  const { config, log } = settings();
  const backend = await openBackend({
    config,
    log,
    role: 'operator',
    platforms: (db) =>
      withPlatforms ? choosePlatforms(config, log, db, () => backend.runtime.context).all : [],
    observe: () => {},
  });
  try {
    await backend.runtime.start();
    await loadFirstDecks(backend);
    return await work(backend);
  } finally {
    await Promise.all(backend.platforms.map((platform) => platform.stop()));
    await backend.close(CLOSE_MS);
  }
}

/**
 * On a database that no bot has started on yet, tracks can be made all the same. Nobody waits here for the
 * formulas of the program's own decks to be drawn: its tests draw them, and the bot's painter, which works in
 * a process of its own, survives one that cannot be.
 */
async function loadFirstDecks(backend: Backend): Promise<void> {
  if ((await listDecks(backend.runtime.context)).length > 0) return;
  const formula = () => Promise.resolve({ ok: true } as const);
  await loadShippedDecks({ ...backend, checks: { ...backend.checks, formula } });
}

/** Runs a command on the database as it is, whatever its schema. */
export async function onDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { config, log } = settings();
  const { databaseUrl, home } = config;
  const postgres = await openPostgres({ databaseUrl, home, log, role: 'operator' });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}

/** Where drawn formulas are kept; for commands that need no database. */
export const picturesFolder = (): string =>
  path.join(readConfig(readEnvironment()).home, 'pictures');

/** Warnings go to standard error, so that standard output holds the answer alone. */
function settings(): { readonly config: Config; readonly log: Logger } {
  const config = readConfig(readEnvironment());
  const secrets = secretsOf(config);
  const log = createLog({ level: 'warn', format: 'pretty', secrets }, process.stderr);
  return { config, log };
}
