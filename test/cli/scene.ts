import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Around, type CommandLine, commandLine, runTyped } from '../support/command-line.ts';
import { type TestDatabase, testDatabaseWithDeck } from '../support/database.ts';
import type { Ended } from '../support/node-process.ts';
import type { Stage } from '../support/stage.ts';

/** An operator at a terminal, with a database and a folder to work in. */
export interface Desk {
  readonly whetstone: CommandLine;
  readonly database: TestDatabase;
  /** One command for somebody who types `reply` while it runs. */
  typed(args: readonly string[], reply: string, around?: Around): Promise<Ended>;
  /** A platform that is set up. */
  stage(name: Stage['name']): Stage;
  /** A path in the folder. */
  at(name: string): string;
}

interface Opened {
  readonly whetstone: CommandLine;
  readonly settings: Readonly<Record<string, string>>;
  readonly database: TestDatabase;
  readonly folder: string;
  readonly stages: readonly Stage[];
}

/** A desk for the tests of one file, with these platforms set up; cleared up after them. */
export function desk(...open: readonly (() => Promise<Stage>)[]): Desk {
  let opened: Opened | undefined;
  const here = () => {
    if (!opened) throw new Error('the desk is set up in beforeAll');
    return opened;
  };
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'whetstone-cli-'));
    const database = await testDatabaseWithDeck();
    const stages = await Promise.all(open.map((one) => one()));
    const tokens = Object.assign({}, ...stages.map(({ env }) => env)) as Record<string, string>;
    const settings = { ...tokens, DATABASE_URL: database.url, WHETSTONE_HOME: folder };
    opened = { whetstone: commandLine(settings), settings, database, folder, stages };
  });
  afterAll(async () => {
    const { database, folder, stages } = here();
    for (const stage of stages) await stage.close();
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
    typed: (args, reply, around) => runTyped(args, here().settings, reply, around),
    stage(name) {
      const found = here().stages.find((stage) => stage.name === name);
      if (!found) throw new Error(`${name} is not set up`);
      return found;
    },
    at: (name) => join(here().folder, name),
  };
}

/** Says where, as `track add` is told. */
export const placeOf = ({ name, workspace, channel }: Stage): readonly string[] => [
  ...['--platform', name, '--workspace', workspace, '--channel', channel],
];

/** What a refusal looks like: its words alone, and nothing on standard output. */
export const refusal = (...words: readonly string[]) => ({
  code: 1,
  stdout: '',
  stderr: `${words.join('\n')}\n`,
});

/** The refusal of a command that works on what is stored, in a home that holds nothing. */
export const nothingIn = (home: string) =>
  refusal(
    `Nothing is stored in ${home}: no bot has started there yet. Name its database in DATABASE_URL, or its ` +
      'folder in WHETSTONE_HOME.',
  );

/** The same on a database that no bot has made its tables in. */
export const NOTHING_STORED = refusal(
  'Nothing is stored here: no bot has started on this database yet. Name its database in DATABASE_URL, or its ' +
    'folder in WHETSTONE_HOME.',
);
