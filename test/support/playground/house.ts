import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type App, startApp } from '../../../src/app/start-app.ts';
import { readConfig } from '../../../src/config.ts';
import { testDatabaseWithDeck } from '../database.ts';

/** The whole bot with nothing configured but a database to itself. */
export interface House {
  /** Stays the same over a restart. */
  readonly url: string;
  /** Warnings and errors the bot has logged. */
  readonly troubles: readonly string[];
  leave(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export async function openHouse(): Promise<House> {
  const database = await testDatabaseWithDeck();
  const home = await mkdtemp(join(tmpdir(), 'whetstone-house-'));
  const troubles: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => troubles.push(line) });
  const settings = { DATABASE_URL: database.url, WHETSTONE_HOME: home, PLAYGROUND: 'on' };
  const start = (port: string): Promise<App> =>
    startApp(readConfig({ ...settings, PORT: port }), log);
  let app = await start('0');
  const { url = '' } = app;
  return {
    url,
    troubles,
    leave: () => app.stop(),
    async comeBack() {
      app = await start(new URL(url).port);
    },
    async close() {
      await app.stop();
      await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
