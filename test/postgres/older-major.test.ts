import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/app/open-database.ts';
import { writeBackup } from '../../src/db/backup/write-backup.ts';
import { connect } from '../../src/db/connect.ts';
import { commandLine } from '../support/command-line.ts';
import { testDatabaseWithDeck } from '../support/database.ts';
import { findOtherPostgres, openOtherPostgresIn } from '../support/other-postgres.ts';

const programs = await findOtherPostgres();

describe.skipIf(programs === undefined)('an embedded database of an older major version', () => {
  let home: string;
  let folder: string;
  let version: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'whetstone-older-major-'));
    // PostgreSQL runs as another user where the tests run as root.
    await chmod(home, 0o711);
    folder = join(home, 'postgres');
    await mkdir(folder);
    await writeFile(join(folder, 'password'), 'any\n');
    const shipped = join(home, 'shipped.gz');
    const source = await testDatabaseWithDeck();
    await writeBackup(source.url, createWriteStream(shipped), []);
    await source.drop();
    await before('restore', shipped);
    version = (await readFile(join(folder, 'data/PG_VERSION'), 'utf8')).trim();
    return () => rm(home, { recursive: true });
  });

  /** A command of the version that brought the older PostgreSQL. */
  async function before(...typed: readonly string[]): Promise<string> {
    const older = await openOtherPostgresIn(folder, programs!);
    return commandLine({ DATABASE_URL: await embedded(older.url) })
      .ok(...typed)
      .finally(() => older.close());
  }

  /** How many questions a bot finds that is started now. */
  async function questionsAtStart(): Promise<number> {
    const log = pino({ level: 'silent' });
    const postgres = await openDatabase({ home, log, role: 'bot', databaseUrl: undefined });
    const { db, close } = connect(postgres.url, { onError: () => undefined, max: 1 });
    const questions = await db.selectFrom('questions').select('id').execute();
    await close();
    await postgres.stop();
    return questions.length;
  }

  const standing = async (): Promise<readonly string[]> =>
    (await readdir(home)).filter((name) => name.startsWith('postgres')).sort();

  it('is refused to commands, with the ways to bring it over', async () => {
    const { code, stderr } = await commandLine({ WHETSTONE_HOME: home })('status');
    expect(code).toBe(1);
    expect(stderr).toContain(
      `is one of PostgreSQL ${version}, and this version of Whetstone brings`,
    );
    expect(stderr).toContain(`the package postgresql-${version}), and start the bot`);
    expect(stderr).toContain(`mv '${folder}' '${folder}-${version}'`);
    expect(await standing()).toEqual(['postgres']);
  });

  it('is brought over by hand as they say', async () => {
    const file = join(home, 'upgrade.gz');
    await before('backup', file);
    await rename(folder, `${folder}-${version}`);
    const restored = await commandLine({ WHETSTONE_HOME: home }).ok('restore', file);
    expect(restored).toMatch(/questions +80\n/);
    await rm(folder, { recursive: true });
    await rename(`${folder}-${version}`, folder);
  });

  it('is brought over by a bot that starts, which keeps the old one', async () => {
    // As an attempt left it that was cut off.
    await mkdir(`${folder}-upgrading`);
    expect(await questionsAtStart()).toBe(80);
    expect(await standing()).toEqual(['postgres', `postgres-${version}`]);
    expect(await readFile(join(`${folder}-${version}`, 'data/PG_VERSION'), 'utf8')).toBe(
      `${version}\n`,
    );
    expect(await readFile(join(folder, 'data/PG_VERSION'), 'utf8')).not.toBe(`${version}\n`);
  });

  it('is found again where that bot died before its last step', async () => {
    await rename(folder, `${folder}-upgraded`);
    expect(await questionsAtStart()).toBe(80);
    expect(await standing()).toEqual(['postgres', `postgres-${version}`]);
  });
});

/** In the database that an embedded server keeps, which is made where there is none. */
async function embedded(url: string): Promise<string> {
  const { db, close } = connect(url, { onError: () => undefined, max: 1 });
  await sql`create database whetstone`.execute(db).catch(() => undefined);
  await close();
  return Object.assign(new URL(url), { pathname: '/whetstone' }).href;
}
