import path from 'node:path';
import type { Logger } from 'pino';
import { type Backend, loadShippedDecks, openBackend, SHIPPED_DECKS } from '../app/backend.ts';
import { type Config, readConfig, readEnvironment, secretsOf } from '../config.ts';
import { listDecks } from '../features/decks/list-decks.ts';
import type { Operator, OperatorWork } from '../features/shared/cli/operator.ts';
import { createLog } from '../log.ts';
import { createFormulaPainter } from '../pictures/formula.ts';
import { openPostgres } from '../postgres/open-postgres.ts';

/** After a command, what it enqueued is written; there is nothing to wait for. */
const CLOSE_MS = 1_000;

/** What the features' commands work with. The platforms take long to load: only for what needs them. */
export const operator: Operator = {
  run: (work) => run(work, {}),
  runWithDecks: (work) => run(work, { decks: true }),
  runWithPlatforms: (work) => run(work, { decks: true, platforms: true }),
  shippedDecks: SHIPPED_DECKS,
  async deckChecks() {
    const { deckChecks } = await import('../app/deck-checks.ts');
    return deckChecks(createFormulaPainter({ cacheDir: picturesFolder() }));
  },
  async previewQuestion(context, row) {
    const { previewQuestion } = await import('../app/preview-question.ts');
    return previewQuestion(context, row);
  },
  async previewUnstored(deck, question) {
    const { previewUnstored } = await import('../app/preview-question.ts');
    return previewUnstored(deck, question);
  },
};

interface Needs {
  readonly decks?: true;
  readonly platforms?: true;
}

async function run<T>(work: OperatorWork<T>, needs: Needs): Promise<T> {
  const { config, log } = settings();
  const choose = needs.platforms && (await import('../app/platforms.ts')).choosePlatforms;
  const backend = await openBackend({
    config,
    log,
    roles: ['operator'],
    platforms: (db) => (choose ? choose(config, log, db, () => backend.runtime.context).all : []),
    observe: () => {},
  });
  try {
    await backend.runtime.start();
    if (needs.decks) await loadFirstDecks(backend);
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
  const check = () => Promise.resolve({ ok: true } as const);
  await loadShippedDecks({ ...backend, formulas: { ...backend.formulas, check } });
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
