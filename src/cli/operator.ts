import path from 'node:path';
import type { Logger } from 'pino';
import { type Backend, loadShippedDecks, openBackend, SHIPPED_DECKS } from '../app/backend.ts';
import { deckChecks } from '../app/deck-checks.ts';
import { choosePlatforms } from '../app/platforms.ts';
import { previewQuestion } from '../app/preview-question.ts';
import { type Config, readConfig, readEnvironment, secretsOf } from '../config.ts';
import { openPostgres } from '../postgres/open-postgres.ts';
import { createLog } from '../log.ts';
import { listDecks } from '../features/decks/list-decks.ts';
import type { Operator, OperatorWork } from '../features/shared/cli/operator.ts';
import { createFormulaPainter } from '../pictures/formula.ts';

/** After a command, what it enqueued is written; there is nothing to wait for. */
const CLOSE_MS = 1_000;

/** What the features' commands work with. */
export const operator: Operator = {
  run: (work) => run(work, false),
  runWithPlatforms: (work) => run(work, true),
  shippedDecks: SHIPPED_DECKS,
  deckChecks: () => deckChecks(createFormulaPainter({ cacheDir: picturesFolder() })),
  previewQuestion,
};

async function run<T>(work: OperatorWork<T>, withPlatforms: boolean): Promise<T> {
  const { config, log } = settings();
  const backend = await openBackend({
    config,
    log,
    roles: ['operator'],
    platforms: (db) =>
      withPlatforms ? choosePlatforms(config, log, db, () => backend.runtime.context).all : [],
    observe: () => {},
  });
  try {
    await backend.runtime.start();
    await loadFirstDecks(backend);
    return await work(backend.runtime);
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
const picturesFolder = (): string => path.join(readConfig(readEnvironment()).home, 'pictures');

/** Warnings go to standard error, so that standard output holds the answer alone. */
function settings(): { readonly config: Config; readonly log: Logger } {
  const config = readConfig(readEnvironment());
  const secrets = secretsOf(config);
  const log = createLog({ level: 'warn', format: 'pretty', secrets }, process.stderr);
  return { config, log };
}
