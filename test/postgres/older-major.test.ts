import { createWriteStream } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { pino } from 'pino';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/app/open-database.ts';
import { writeBackup } from '../../src/db/backup/write-backup.ts';
import { connect } from '../../src/db/connect.ts';
import { findBinaries } from '../../src/postgres/binaries.ts';
import { openPostgres, type Postgres } from '../../src/postgres/open-postgres.ts';
import { findPostmaster } from '../../src/postgres/postmaster.ts';
import { upgradeCluster } from '../../src/postgres/upgrade.ts';
import { commandLine } from '../support/command-line.ts';
import { testDatabaseWithDeck } from '../support/database.ts';
import { startNode } from '../support/node-process.ts';
import { findOtherPostgres, openOtherPostgresIn } from '../support/other-postgres.ts';
import { isAlive, query } from './embedded/support.ts';

const log = pino({ level: 'silent' });
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

  const startBot = (): Promise<Postgres> => openDatabase({ home, log, role: 'bot' });

  /** Puts the old cluster back in its place. */
  async function takeBack(): Promise<void> {
    await rm(folder, { recursive: true });
    await rename(`${folder}-${version}`, folder);
  }

  /** A copy that an upgrade left which was cut off, of a cluster made at `madeAt`, in seconds. */
  async function leaveUpgraded(madeAt: number): Promise<void> {
    const data = `${folder}-upgraded/data`;
    await mkdir(data, { recursive: true });
    await writeFile(join(data, 'PG_VERSION'), '18\n');
    await utimes(join(data, 'PG_VERSION'), madeAt, madeAt);
  }

  /** How many questions a bot finds that is started now. */
  async function questionsAtStart(): Promise<number> {
    const postgres = await startBot();
    const { db, close } = connect(postgres.url, { onError: () => undefined, max: 1 });
    const questions = await db.selectFrom('questions').select('id').execute();
    await close();
    await postgres.stop();
    return questions.length;
  }

  /** Kills a bot in the middle of an upgrade, which leaves the old server and the new one. */
  async function killUpgrade(): Promise<void> {
    const bot = startNode(['test/postgres/embedded/upgrading.ts', home, version], {});
    await bot.says('copying');
    bot.signal('SIGKILL');
    await bot.ended;
  }

  /** Programs of the older version, of which one that stops a server says so, and ends once it is told to go on. */
  async function slowlyStopped(): Promise<string> {
    const named = join(home, 'programs');
    await mkdir(named);
    // The server's user is to write there.
    await chmod(named, 0o777);
    await symlink(join(programs!, 'postgres'), join(named, 'postgres'));
    const script = [
      '#!/bin/sh',
      `${join(programs!, 'pg_ctl')} "$@" || exit`,
      `touch '${named}/stopped'`,
      `until [ -e '${named}/go' ]; do sleep 0.05; done`,
    ];
    await writeFile(join(named, 'pg_ctl'), `${script.join('\n')}\n`, { mode: 0o755 });
    return named;
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
    await takeBack();
  });

  it('stays as it is while somebody uses the server that a killed upgrade left', async () => {
    await killUpgrade();
    const { port } = (await findPostmaster(join(folder, 'data')))!;
    const user = new Client(`postgres://whetstone@127.0.0.1:${port}/postgres`);
    await user.connect();
    // As each of Whetstone's processes does that uses a server.
    await user.query('select pg_advisory_lock_shared(1)');
    await expect(startBot()).rejects.toMatchObject({
      code: 'postgres-in-use',
      message: expect.stringContaining('A command still uses the database') as string,
    });
    await user.query('select 1');
    await user.end();
  });

  it('is refused to commands by that server too, which they stop', async () => {
    const { code, stderr } = await commandLine({ WHETSTONE_HOME: home })('status');
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`is one of PostgreSQL ${version}`) as string,
    });
    expect(await findPostmaster(join(folder, 'data'))).toBeUndefined();
  });

  it('stays as it is where the copy fails, and nothing stays of that copy or of an earlier one', async () => {
    const left = await findPostmaster(`${folder}-upgrading/data`);
    const upgraded = upgradeCluster({
      ...{ home, major: version, log },
      copy: () => Promise.reject(new Error('no space left on device')),
    });
    await expect(upgraded).rejects.toMatchObject({
      code: 'postgres-not-upgraded',
      message: `The database in ${folder} could not be brought over: no space left on device; nothing was changed.`,
    });
    expect(await isAlive(left!.pid)).toBe(false);
    expect(await standing()).toEqual(['postgres']);
    expect(await findPostmaster(join(folder, 'data'))).toBeUndefined();
  });

  it('is left alone where it is one of a later version', async () => {
    const versionFile = join(folder, 'data/PG_VERSION');
    await writeFile(versionFile, '99\n');
    await expect(startBot()).rejects.toMatchObject({
      code: 'postgres-later-major',
      message: expect.stringContaining('which cannot read it') as string,
    });
    await writeFile(versionFile, `${version}\n`);
    expect(await standing()).toEqual(['postgres']);
  });

  it('is waited for by those who come while it is copied, and who then reach the new one', async () => {
    const waiting = Promise.withResolvers<Postgres>();
    const upgraded = await upgradeCluster({
      ...{ home, major: version, log },
      async copy(from) {
        waiting.resolve(openPostgres({ home, log, role: 'operator' }));
        const hasCome = async () => (await query(from, OPERATORS)).length > 0;
        await vi.waitUntil(hasCome, { timeout: 20_000 });
      },
    });
    const operator = await waiting.promise;
    const [row] = await query<{ version: number }>(
      operator.url,
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    await operator.stop();
    expect(row?.version).toBeGreaterThan(Number(version));
    expect(upgraded).toEqual({ kept: `${folder}-${version}` });
    await takeBack();
  });

  it('is left alone where OLDER_POSTGRES names a folder with other programs, or with none', async () => {
    const own = dirname((await findBinaries()).postgres);
    const unfit = { [own]: 'programs of PostgreSQL ', [join(home, 'nowhere')]: 'no program “post' };
    for (const [olderPostgres, holds] of Object.entries(unfit)) {
      const opened = openDatabase({ home, log, role: 'bot', olderPostgres });
      await expect(opened).rejects.toThrow(`names ${olderPostgres}, which holds ${holds}`);
    }
    expect(await standing()).toEqual(['postgres']);
  });

  it('is not started again by a bot that comes after its stop, and one of the two runs the new one', async () => {
    const named = await slowlyStopped();
    const first = openDatabase({ home, log, role: 'bot', olderPostgres: named });
    await vi.waitUntil(async () => (await readdir(named)).includes('stopped'), { timeout: 20_000 });
    const waits = Promise.withResolvers<string>();
    const heard = pino(
      { level: 'info' },
      { write: (line) => line.includes('waiting for') && waits.resolve(line) },
    );
    const second = openDatabase({ home, log: heard, role: 'bot' });
    const both = Promise.allSettled([first, second]);
    await Promise.race([waits.promise, both]);
    await writeFile(join(named, 'go'), '');
    // Whichever of them comes first to the new one runs it.
    const [runs, ...others] = (await both).toSorted((a, b) => a.status.localeCompare(b.status));
    expect(others).toMatchObject([{ reason: { code: 'postgres-in-use' } }]);
    if (runs?.status !== 'fulfilled') throw runs?.reason;
    expect(await query(runs.value.url, 'select from questions')).toHaveLength(80);
    await runs.value.stop();
    expect(await standing()).toEqual(['postgres', `postgres-${version}`]);
    await takeBack();
  });

  it('made after an upgrade that was cut off is not taken for the one that was upgraded', async () => {
    await leaveUpgraded(0);
    await expect(startBot()).rejects.toMatchObject({
      code: 'postgres-not-upgraded',
      message: expect.stringContaining(`mv '${folder}' '${folder}-unused'`) as string,
    });
    expect(await standing()).toEqual(['postgres', 'postgres-upgraded']);
    await rm(`${folder}-upgraded`, { recursive: true });
  });

  it('is brought over by a bot that starts, which keeps the old one', async () => {
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

  it('is not replaced by an empty one where its last step fails', async () => {
    await rename(folder, `${folder}-upgraded`);
    // A folder cannot be renamed to a link that leads nowhere.
    await symlink(join(home, 'nowhere'), folder);
    await expect(startBot()).rejects.toMatchObject({
      code: 'postgres-not-upgraded',
      message: expect.stringContaining(`cannot be put in its place, ${folder}`) as string,
    });
    await rm(folder);
    expect(await questionsAtStart()).toBe(80);
  });

  it('leaves no copy that could take its place later', async () => {
    const afterwards = Date.now() / 1000 + 60;
    await leaveUpgraded(afterwards);
    expect(await questionsAtStart()).toBe(80);
    expect(await standing()).toEqual([
      'postgres',
      `postgres-${version}`,
      'postgres-upgraded-unused',
    ]);
  });
});

/** The operators who ask for a server. */
const OPERATORS = `select from pg_stat_activity where application_name like 'whetstone operator %'`;

/** In the database that an embedded server keeps, which is made where there is none. */
async function embedded(url: string): Promise<string> {
  const { db, close } = connect(url, { onError: () => undefined, max: 1 });
  await sql`create database whetstone`.execute(db).catch(() => undefined);
  await close();
  return Object.assign(new URL(url), { pathname: '/whetstone' }).href;
}
