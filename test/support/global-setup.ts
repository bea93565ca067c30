import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { JOB_NAMES } from '../../src/app/runtime.ts';
import { loadShippedDecks } from '../../src/app/shipped-decks.ts';
import { databaseClock } from '../../src/db/clock.ts';
import { connect } from '../../src/db/connect.ts';
import { migrateToLatest } from '../../src/db/migrate.ts';
import { createQueue } from '../../src/jobs/queue.ts';
import { openPostgres, type Postgres } from '../../src/postgres/open-postgres.ts';
import { createDatabase, type TestDatabase } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's server, and the databases on it that are cloned for each test file. */
    postgres: {
      readonly server: string;
      /** Migrated, with the queue's tables. */
      readonly template: string;
      /** The same with the shipped deck in it, as a bot leaves it that started once. */
      readonly templateWithDeck: string;
    };
  }
}

/** One server a run: TEST_DATABASE_URL's, whose user may create databases, or an embedded one. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer(process.env['TEST_DATABASE_URL']);
  try {
    const template = await makeTemplate(server.url);
    const withDeck = await makeTemplateWithDeck(server.url, template);
    project.provide('postgres', {
      server: server.url,
      template: template.name,
      templateWithDeck: withDeck.name,
    });
    const drop = () => Promise.all([template.drop(), withDeck.drop()]);
    return async () => void (await drop().finally(() => server.stop()));
  } catch (error) {
    await server.stop();
    throw error;
  }
}

const SILENT: Logger = pino({ level: 'silent' });

/** Nothing else runs yet that an error could be left to. */
const fail = (error: unknown): never => {
  throw error;
};

/** The server, in a folder that goes when it stops. */
async function openServer(databaseUrl: string | undefined): Promise<Postgres> {
  const home = await makeHome();
  const removeHome = () => rm(home, { recursive: true, force: true });
  try {
    const log = pino({ level: 'warn' });
    const server = await openPostgres({ databaseUrl, home, log, role: 'bot', disposable: true });
    return { url: server.url, stop: () => server.stop().finally(removeHome) };
  } catch (error) {
    await removeHome();
    throw error;
  }
}

/** Where the tests run as root, the server runs as another user, who has to get in. */
async function makeHome(): Promise<string> {
  const home = await mkdtemp(join(await quickestFolder(), 'whetstone-tests-'));
  await chmod(home, 0o711);
  return home;
}

/** Files in memory, and the room that the server of a whole run needs there, in bytes. */
const IN_MEMORY = '/dev/shm';
const ROOM = 2 * 1024 ** 3;

/** A database is a thousand files, which a disk takes long to make and to delete; hundreds are made in a run. */
async function quickestFolder(): Promise<string> {
  const memory = await statfs(IN_MEMORY).catch(() => undefined);
  return memory && memory.bavail * memory.bsize >= ROOM ? IN_MEMORY : tmpdir();
}

async function makeTemplate(server: string): Promise<TestDatabase> {
  const template = await createDatabase(server);
  await migrateToLatest(template.url);
  await createQueueTables(template.url);
  return template;
}

/** Takes pg-boss a second, which no test has to spend then. */
async function createQueueTables(url: string): Promise<void> {
  const queue = createQueue({
    url,
    names: JOB_NAMES,
    onError: fail,
    onFailure: (_name, _data, error) => fail(error),
    idle: true,
  });
  await queue.start();
  await queue.stop(5000);
}

/** What is stored already is not checked again: no bot on a clone draws the deck's formulas. */
async function makeTemplateWithDeck(server: string, template: TestDatabase): Promise<TestDatabase> {
  const made = await createDatabase(server, template.name);
  const { db, close } = connect(made.url, { onError: fail, max: 1 });
  const drawable = () => Promise.resolve({ ok: true } as const);
  const context = { db, clock: databaseClock, log: SILENT };
  await loadShippedDecks(context, { check: drawable });
  await close();
  return made;
}
