import { randomInt } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { pino } from 'pino';
import { randomId } from '../../src/app/backend.ts';
import { createRuntime, type Runtime } from '../../src/app/runtime.ts';
import type { PlatformName } from '../../src/chat/place.ts';
import { databaseClock } from '../../src/db/clock.ts';
import { connect, type Database } from '../../src/db/connect.ts';
import { decksFor } from '../../src/db/decks.ts';
import { migrateToLatest } from '../../src/db/migrate.ts';
import type { Tables, Track } from '../../src/db/tables.ts';
import { insertTrack } from '../../src/db/tracks.ts';
import { saveWorkspace } from '../../src/db/workspaces.ts';
import { fetchBytes } from '../../src/decks/published/fetch-bytes.ts';
import { readDeck } from '../../src/decks/read-deck.ts';
import type { Context } from '../../src/delivery/context.ts';
import { loadDeck } from '../../src/features/decks/load-deck.ts';
import { openPostgres } from '../../src/postgres/open-postgres.ts';
import { quietPlatform } from '../../test/support/quiet-platform.ts';

/** A database of its own with the shipped deck in it, and the runtime on it; no platform. */
export interface Bench {
  readonly context: Context;
  readonly db: Database;
  /** For filling tables with very many rows: it waits as long as that takes, and trusts what refers to what. */
  readonly filling: Database;
  readonly url: string;
  /** In a workspace of its own where one is named. */
  addTrack(channel: string, change?: TrackChange): Promise<Track>;
  close(): Promise<void>;
}

interface TrackChange {
  readonly workspace?: string;
  readonly platform?: PlatformName;
  readonly nextDueAt?: Date;
}

/** On an embedded server of its own, which commits as durably as the bot's does. */
export async function openBench(): Promise<Bench> {
  const home = await mkdtemp(join(tmpdir(), 'whetstone-bench-'));
  await chmod(home, 0o711);
  const log = pino({ level: 'silent' });
  const postgres = await openPostgres({ home, log, role: 'bot' });
  await migrateToLatest(postgres.url);
  const connection = connect(postgres.url, { onError: () => undefined });
  const runtime = coreOn(connection, postgres.url);
  const filling = openFilling(postgres.url);
  await runtime.start();
  const { context } = runtime;
  const deckId = await loadShippedDeck(context);
  return {
    context,
    db: context.db,
    filling,
    url: postgres.url,
    async addTrack(channel, { workspace = 'bench', platform = 'discord', nextDueAt } = {}) {
      const { id } = await saveWorkspace(context.db, { platform, externalId: workspace });
      return insertTrack(context.db, {
        workspaceId: id,
        channel,
        deckIds: [deckId],
        topics: [],
        difficulties: [],
        cron: '0 10 * * *',
        timezone: 'UTC',
        answeringSeconds: 8 * 3600,
        language: 'en',
        nextDueAt: nextDueAt ?? null,
      });
    },
    async close() {
      await runtime.stop(1000);
      await filling.destroy();
      await connection.close();
      await postgres.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

function openFilling(connectionString: string): Database {
  const options = '-c session_replication_role=replica';
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString, options, max: 1 }) }),
    plugins: [new CamelCasePlugin()],
  });
}

/** Idle: it enqueues as the bot does, and nothing works the queue off meanwhile. */
function coreOn({ db, locks }: ReturnType<typeof connect>, databaseUrl: string): Runtime {
  return createRuntime({
    db,
    locks,
    databaseUrl,
    clock: databaseClock,
    elapsedMs: () => performance.now(),
    randomId,
    installation: 'bench',
    randomInt,
    platforms: [quietPlatform('discord')],
    paintFormula: () => Promise.resolve(undefined),
    drawPicture: () => Promise.resolve(undefined),
    readDeckFile: () => Promise.resolve({ type: 'busy' }),
    fetchPublic: fetchBytes,
    log: pino({ level: 'silent' }),
    observe: () => undefined,
    settleMs: 0,
    roles: ['operator'],
  });
}

async function loadShippedDeck(context: Context): Promise<number> {
  const { deck } = await readDeck(join(import.meta.dirname, '../../data/llm-interview'));
  if (!deck) throw new Error('the shipped deck cannot be read');
  await loadDeck(context, deck);
  const [row] = await decksFor(context.db);
  if (!row) throw new Error('the shipped deck was not stored');
  return row.id;
}
