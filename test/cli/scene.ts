import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type CommandLine, commandLine } from '../support/command-line.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

/** An operator at a terminal, with a database and a folder to work in. */
export interface Desk {
  readonly whetstone: CommandLine;
  readonly database: TestDatabase;
  /** A path in the folder. */
  at(name: string): string;
}

/** A desk for the tests of one file; cleared up after them. */
export function desk(): Desk {
  let opened: { whetstone: CommandLine; database: TestDatabase; folder: string } | undefined;
  const here = () => {
    if (!opened) throw new Error('the desk is set up in beforeAll');
    return opened;
  };
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'whetstone-cli-'));
    const database = await testDatabase();
    const settings = { DATABASE_URL: database.url, WHETSTONE_HOME: folder };
    opened = { whetstone: commandLine(settings), database, folder };
  });
  afterAll(async () => {
    const { database, folder } = here();
    await database.drop();
    await rm(folder, { recursive: true });
  });
  return {
    get whetstone() {
      return here().whetstone;
    },
    get database() {
      return here().database;
    },
    at: (name) => join(here().folder, name),
  };
}

/** What a refusal looks like: its words alone, and nothing on standard output. */
export const refusal = (...words: readonly string[]) => ({
  code: 1,
  stdout: '',
  stderr: `${words.join('\n')}\n`,
});
