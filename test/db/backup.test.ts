import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { restoreBackup } from '../../src/db/backup/restore-backup.ts';
import { writeBackup } from '../../src/db/backup/write-backup.ts';
import { migrateDown, newestMigration } from '../../src/db/migrate.ts';
import { createDatabase, type TestDatabase, testDatabaseWithDeck } from '../support/database.ts';

let folder: string;
let source: TestDatabase;
let backup: string;
let script: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whetstone-backup-'));
  source = await testDatabaseWithDeck();
  await run(
    source.url,
    `insert into workspaces (platform, external_id) values ('slack', E'T1\\t\\\\.\\n\\u2028')`,
  );
  await run(
    source.url,
    `insert into request_slots values ('discord', now() + interval '1 minute')`,
  );
  backup = join(folder, 'whole');
  await writeBackup(source.url, createWriteStream(backup), []);
  script = gunzipSync(await readFile(backup)).toString();
});

afterAll(async () => {
  await source.drop();
  await rm(folder, { recursive: true });
});

async function run(url: string, statement: string): Promise<readonly object[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client
    .query<object>(statement)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createDatabase(inject('postgres').server);
  onTestFinished(() => database.drop());
  return database;
}

const WORKSPACES = 'select * from workspaces order by id';
const QUESTIONS = 'select * from questions order by id';

describe('a backup', () => {
  it('brings everything back, whatever people wrote', async () => {
    const target = await emptyDatabase();
    const { rows, migrated } = await restoreBackup(target.url, createReadStream(backup), []);
    expect(rows).toMatchObject({ workspaces: 1, decks: 2, questions: 80 });
    expect(migrated).toEqual([]);
    for (const all of [WORKSPACES, QUESTIONS]) {
      expect(await run(target.url, all)).toEqual(await run(source.url, all));
    }
  });

  it('leaves out whose turn it is to send to a platform', () => {
    const tables = [...script.matchAll(/^copy "(\w+)"/gm)].map(([, name]) => name);
    expect(tables).toContain('workspaces');
    expect(tables).not.toContain('request_slots');
  });

  it('ends with rows that psql has no table for, so that it loses nothing else by them', async () => {
    const file = join(folder, 'with-others');
    const others = {
      table: { name: 'elsewhere', columns: ['id'] },
      ...{ from: 'decks', select: 'select id from decks' },
    };
    await writeBackup(source.url, createWriteStream(file), [others]);
    const written = gunzipSync(await readFile(file)).toString();
    expect(written.split('copy "elsewhere"')[1]).not.toMatch(/^(copy|select)/m);
  });

  it('gives no id twice afterwards', async () => {
    const target = await emptyDatabase();
    await restoreBackup(target.url, createReadStream(backup), []);
    const insert = `insert into workspaces (platform, external_id) values ('slack', 'T2') returning id`;
    const [[restored], [original]] = await Promise.all([
      run(target.url, insert),
      run(source.url, insert),
    ]);
    expect(restored).toEqual(original);
  });

  it('of an older version is brought up to date', async () => {
    const older = await emptyDatabase();
    await restoreBackup(older.url, createReadStream(backup), []);
    const newest = await newestMigration(older.url);
    await migrateDown(older.url);
    const file = join(folder, 'older');
    await writeBackup(older.url, createWriteStream(file), []);
    const target = await emptyDatabase();
    const { migrated } = await restoreBackup(target.url, createReadStream(file), []);
    expect(migrated).toEqual([newest]);
    expect(await run(target.url, QUESTIONS)).toEqual(await run(source.url, QUESTIONS));
  });
});

describe('nothing is stored', () => {
  /** Tries to restore a file of these bytes; returns the refusal, and holds that no row was stored. */
  async function refusal(bytes: Buffer): Promise<Error> {
    const file = join(folder, 'bad');
    await writeFile(file, bytes);
    const target = await emptyDatabase();
    const error: unknown = await restoreBackup(target.url, createReadStream(file), []).catch(
      (thrown: unknown) => thrown,
    );
    const [found] = await run(target.url, `select to_regclass('workspaces') is not null as there`);
    if (JSON.stringify(found) === '{"there":true}') {
      expect(await run(target.url, WORKSPACES)).toEqual([]);
    }
    return error as Error;
  }

  it.for([
    ['no file of a backup’s kind', () => Buffer.from('{"decks": []}')],
    ['another compressed file', () => gzipSync('drop table members;\n')],
    ['an empty file', () => Buffer.alloc(0)],
  ] as const)('of %s', async ([, bytes]) => {
    expect(await refusal(bytes())).toMatchObject({ code: 'backup-foreign' });
  });

  it('of a file that was cut off, wherever', async () => {
    const whole = await readFile(backup);
    for (const part of [0.3, 0.7, 0.999]) {
      const error = await refusal(whole.subarray(0, Math.floor(whole.length * part)));
      expect(error).toMatchObject({ code: 'backup-damaged' });
    }
  });

  it('of a script that lost its last lines', async () => {
    const lines = script.split('\n');
    for (const lost of [2, 3]) {
      const shortened = lines.slice(0, -lost).join('\n');
      expect(await refusal(gzipSync(`${shortened}\n`))).toMatchObject({ code: 'backup-damaged' });
    }
  });

  it.for(['{}', 'null', '{"migrations":"abc"}'])(
    'of a script that begins with %s',
    async (head) => {
      const [first, , ...rest] = script.split('\n');
      const changed = [first, `-- ${head}`, ...rest].join('\n');
      expect(await refusal(gzipSync(changed))).toMatchObject({ code: 'backup-damaged' });
    },
  );

  it('of a script that somebody changed', async () => {
    const changed = script.replace('\tT1', '\tT9');
    expect(await refusal(gzipSync(changed))).toMatchObject({
      code: 'backup-damaged',
      message: expect.stringContaining('its checksum does not fit') as string,
    });
  });

  it('of a later version’s backup, which names what this one lacks', async () => {
    const later = script.replace('"migrations":[', '"migrations":["20990101T0000_later",');
    expect(await refusal(gzipSync(later))).toMatchObject({
      code: 'backup-newer',
      message: expect.stringContaining('20990101T0000_later') as string,
    });
  });

  it('of a backup whose format is of a later version', async () => {
    const later = script.replace('-- Whetstone backup 1\n', '-- Whetstone backup 2\n');
    expect(await refusal(gzipSync(later))).toMatchObject({
      code: 'backup-newer',
      message: expect.stringContaining('in a format that this version cannot read') as string,
    });
  });

  it('where something is stored already', async () => {
    const restored = restoreBackup(source.url, createReadStream(backup), []);
    await expect(restored).rejects.toMatchObject({
      code: 'database-not-empty',
      message: expect.stringMatching(/there are rows in "\w+"\. Nothing was stored\./) as string,
    });
  });
});
