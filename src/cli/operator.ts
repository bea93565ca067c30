import path from 'node:path';
import { openBackend } from '../app/backend.ts';
import { loadShippedDecks, SHIPPED_DECKS } from '../app/shipped-decks.ts';
import { readConfig } from '../config.ts';
import { connect, type Db } from '../db/connect.ts';
import { hasTables } from '../db/inspection.ts';
import type { Context } from '../delivery/context.ts';
import { listDecks } from '../features/decks/list-decks.ts';
import { FEATURES } from '../features/index.ts';
import type { Operator, OperatorWork } from '../features/shared/cli/operator.ts';
import type { Output } from '../features/shared/cli/terminal.ts';
import { trackSettings } from '../features/tracks/read-track-settings.ts';
import { createFormulaPainter, type FormulaPainter } from '../pictures/formula.ts';
import { hasDatabase } from '../postgres/open-postgres.ts';
import { onDatabase, requireStored, settingsOf } from './on-database.ts';
import type { Session } from './session.ts';

/** After a command, what it enqueued is written; there is nothing to wait for. */
const CLOSE_MS = 1_000;

/**
 * What the features' commands work with, until `close`. The platforms take long to load: only for what needs
 * them.
 */
export function createOperator(
  session: Session,
  { print, printJson, fail }: Output,
): { readonly operator: Operator; readonly close: () => void } {
  let painter: FormulaPainter | undefined;
  const operator: Operator = {
    ...{ print, printJson, fail },
    terminal: session.terminal,
    fetchPublic: session.fetchPublic,
    run: (work) => run(session, work, {}),
    runWithDecks: (work) => run(session, work, { decks: true }),
    runWithPlatforms: (work) => run(session, work, { decks: true, platforms: true }),
    storeDeck: (work) => run(session, work, { decks: true, makes: true }),
    storeTrack: (work) => run(session, work, { decks: true, platforms: true, makes: true }),
    look: (work) => look(session, work),
    trackSettings: trackSettings({ features: FEATURES }),
    shippedDecks: SHIPPED_DECKS,
    async deckChecks() {
      const { deckChecks } = await import('../app/deck-checks.ts');
      painter ??= createFormulaPainter({ cacheDir: picturesFolder(session) });
      return deckChecks(painter);
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
  return { operator, close: () => painter?.close() };
}

interface Needs {
  readonly decks?: true;
  readonly platforms?: true;
  /** A database is made where there is none yet. */
  readonly makes?: true;
}

async function run<T>(session: Session, work: OperatorWork<T>, needs: Needs): Promise<T> {
  if (!needs.makes) await requireStored(session);
  const { config, log } = settingsOf(session);
  const choose = needs.platforms && (await import('../app/platforms.ts')).choosePlatforms;
  const backend = await openBackend({
    config,
    log,
    roles: ['operator'],
    async platforms(db) {
      const context = () => backend.runtime.context;
      return choose ? (await choose(config, { log, db, context })).all : [];
    },
    observe: () => {},
    onlyStored: !needs.makes,
  });
  try {
    await backend.runtime.start();
    if (needs.decks) await loadFirstDecks(backend.runtime.context);
    return await work(backend.runtime);
  } finally {
    await Promise.all(backend.platforms.map((platform) => platform.stop()));
    await backend.close(CLOSE_MS);
  }
}

async function look<T>(session: Session, work: (db: Db) => Promise<T>): Promise<T | undefined> {
  if (!(await hasDatabase(settingsOf(session).config))) return undefined;
  return onDatabase(session, async (url) => {
    const { db, close } = connect(url, { onError: () => undefined, max: 1 });
    try {
      return (await hasTables(db)) ? await work(db) : undefined;
    } finally {
      await close();
    }
  });
}

/**
 * On a database that no bot has started on yet, tracks can be made all the same. Nobody waits here for the
 * formulas of the program's own decks to be drawn: its tests draw them, and the bot's painter, which works in
 * a process of its own, survives one that cannot be.
 */
async function loadFirstDecks(context: Context): Promise<void> {
  if ((await listDecks(context)).length > 0) return;
  const check = () => Promise.resolve({ ok: true } as const);
  await loadShippedDecks(context, { check });
}

/** Where drawn formulas are kept; for commands that need no database. */
const picturesFolder = ({ environment }: Session): string =>
  path.join(readConfig(environment()).home, 'pictures');
