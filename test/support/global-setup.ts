import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { openPostgres, type Postgres } from '../../src/postgres/open-postgres.ts';
import { migrateToLatest } from '../../src/db/migrate.ts';
import { createDatabase, type TestDatabase } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's server, and the migrated database on it that is cloned for each test file. */
    postgres: { readonly server: string; readonly template: string };
  }
}

/** One server a run: TEST_DATABASE_URL's, whose user may create databases, or an embedded one. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer(process.env['TEST_DATABASE_URL']);
  try {
    const template = await makeTemplate(server.url);
    project.provide('postgres', { server: server.url, template: template.name });
    return () => template.drop().finally(() => server.stop());
  } catch (error) {
    await server.stop();
    throw error;
  }
}

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
  const home = await mkdtemp(join(tmpdir(), 'whetstone-tests-'));
  await chmod(home, 0o711);
  return home;
}

async function makeTemplate(server: string): Promise<TestDatabase> {
  const template = await createDatabase(server);
  await migrateToLatest(template.url);
  return template;
}
