import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { restoreBackup } from '../../src/db/backup/restore-backup.ts';
import { writeBackup } from '../../src/db/backup/write-backup.ts';
import { migrateDown } from '../../src/db/migrate.ts';
import { commandLine } from '../support/command-line.ts';
import { createDatabase, testDatabaseWithDeck } from '../support/database.ts';
import { type NodeProcess, startNode } from '../support/node-process.ts';
import { untilRow } from '../support/settled.ts';

/** An older version's backup: what is restored from it has to be migrated, too. */
let folder: string;
let backup: string;
let lines: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whetstone-restore-'));
  const [source, older] = [await testDatabaseWithDeck(), await emptyDatabase()];
  const whole = join(folder, 'whole');
  backup = join(folder, 'older');
  await writeBackup(source.url, createWriteStream(whole), []);
  await restoreBackup(older.url, createReadStream(whole), []);
  await migrateDown(older.url);
  await writeBackup(older.url, createWriteStream(backup), []);
  await Promise.all([source, older].map((database) => database.drop()));
  lines = gunzipSync(await readFile(backup))
    .toString()
    .split('\n');
});

afterAll(() => rm(folder, { recursive: true }));

const emptyDatabase = () => createDatabase(inject('postgres').server);

interface Target {
  readonly url: string;
  /** A session of the test's own. */
  readonly client: Client;
}

async function emptyTarget(): Promise<Target> {
  const database = await emptyDatabase();
  const { url } = database;
  const client = new Client({ connectionString: url });
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await database.drop();
  });
  return { url, client };
}

const restoring = ({ url }: Target, file: string): NodeProcess =>
  startNode(['src/cli.ts', 'restore', file], { DATABASE_URL: url });

async function kill(process: NodeProcess): Promise<void> {
  process.signal('SIGKILL');
  await process.ended;
}

/** Nothing is there of what the killed process did, and the same command does all of it. */
async function isRestoredAnew(target: Target): Promise<void> {
  const { rows } = await target.client.query(
    `select to_regclass('questions') is not null as there`,
  );
  expect(rows).toEqual([{ there: false }]);
  const said = await commandLine({ DATABASE_URL: target.url }).ok('restore', backup);
  expect(said).toMatch(/questions +80\nmigrated: \w+\ncounted anew/);
}

describe('a restore that is killed leaves nothing half restored', () => {
  const lineOf = (beginning: string) => lines.findIndex((line) => line.startsWith(beginning));

  it.for([
    ['in the midst of a table', () => lineOf('copy "questions"') + 40],
    ['before the last line', () => lines.length - 2],
  ] as const)('%s', async ([, cut]) => {
    const target = await emptyTarget();
    const pipe = join(folder, `pipe-${cut()}`);
    await promisify(execFile)('mkfifo', [pipe]);
    const process = restoring(target, pipe);
    const out = createWriteStream(pipe);
    onTestFinished(async () => {
      out.on('error', () => undefined).destroy();
      await once(out, 'close');
    });
    out.write(gzipSync(`${lines.slice(0, cut()).join('\n')}\n`));
    await untilWaiting(target, `wait_event = 'ClientRead' and backend_xid is not null`);
    await kill(process);
    await isRestoredAnew(target);
  });

  it('while it brings an older backup up to date', async () => {
    const target = await emptyTarget();
    const release = await holdMigrations(target);
    const process = restoring(target, backup);
    await untilWaiting(target, `wait_event = 'advisory'`);
    await kill(process);
    await release();
    await isRestoredAnew(target);
  });

  it('or has stored everything, which the next attempt says', async () => {
    const target = await emptyTarget();
    const process = restoring(target, backup);
    await process.says('restored');
    await kill(process);
    const again = await commandLine({ DATABASE_URL: target.url })('restore', backup);
    expect(again).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('that one had stored everything: start the bot') as string,
    });
  });
});

/** Until another session of the database waits so. */
async function untilWaiting({ client }: Target, how: string): Promise<void> {
  const sessions = async (where: string): Promise<readonly object[]> => {
    const { rows } = await client.query<object>(
      `select state, wait_event, query from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and ${where}`,
    );
    return rows;
  };
  await untilRow(
    async () => (await sessions(how)).length > 0,
    async () => JSON.stringify(await sessions('true')),
  );
}

/** Once there are questions, whoever changes tables waits until it is released. */
async function holdMigrations({ client }: Target): Promise<() => Promise<void>> {
  await client.query('select pg_advisory_lock(4711)');
  await client.query(`
    create function hold() returns event_trigger language plpgsql as $$
    declare any_there boolean := false;
    begin
      if to_regclass('questions') is null then return; end if;
      execute 'select exists (select from questions)' into any_there;
      if any_there then perform pg_advisory_xact_lock(4711); end if;
    end $$`);
  await client.query('create event trigger hold on ddl_command_start execute function hold()');
  return async () => {
    await client.query('select pg_advisory_unlock(4711)');
    await client.query('drop event trigger hold');
    await client.query('drop function hold');
  };
}
