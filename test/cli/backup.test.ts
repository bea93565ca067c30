import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { connect, type Database } from '../../src/db/connect.ts';
import { startBotProcess } from '../support/bot-process.ts';
import { commandLine } from '../support/command-line.ts';
import { createDatabase } from '../support/database.ts';
import { callCrowd } from '../support/kills/crowd.ts';
import { findOtherPostgres, openOtherPostgres } from '../support/other-postgres.ts';
import { type Rig, withRig } from '../support/rig.ts';
import { untilAllRests, untilRoundsRest } from '../support/settled.ts';
import { wrongs } from '../support/whole-state.ts';
import { refusal } from './scene.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whetstone-backups-'));
  return () => rm(folder, { recursive: true });
});

/** An empty database on a server of another major version, where this machine has one. */
const programs = await findOtherPostgres();
let target: { readonly url: string; close(): Promise<void> };
beforeAll(async () => {
  if (programs !== undefined) {
    target = await openOtherPostgres(programs);
  } else {
    const database = await createDatabase(inject('postgres').server);
    target = { url: database.url, close: () => database.drop() };
  }
});
afterAll(() => target.close());

describe('what a bot has stored', { timeout: 180_000 }, () => {
  it('is backed up under load, moved to another server, and carried on there', async () => {
    await withRig('discord', async (rig) => {
      for (let track = 0; track < 3; track++) await rig.addTrack();
      const bot = await rig.start();
      await rig.due();
      await untilRoundsRest(rig.db);
      const crowd = await callCrowd(rig.stage, await openRounds(rig));
      const whetstone = commandLine(rig.settings);

      const during = join(folder, 'under-load.gz');
      const [written, said] = await Promise.all([whetstone.ok('backup', during), crowd.answer()]);
      expect(written).toMatch(/rounds +3\n/);
      expect(said.filter(({ by, told }) => by === 'form' && told)).toHaveLength(3);
      await holdsTogether(during);

      bot.signal('SIGTERM');
      await bot.exit;
      expect(await whetstone.ok('move', '--to', target.url)).toContain('streaks agree\n');
      await carriesOn(rig);
    });
  });
});

async function openRounds({ db }: Rig) {
  return db
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .selectAll('rounds')
    .select('tracks.channel')
    .orderBy('rounds.id')
    .execute();
}

/** What was copied while people answered is one instant: streaks in it are those of its answers. */
async function holdsTogether(file: string): Promise<void> {
  const database = await createDatabase(inject('postgres').server);
  const restored = await commandLine({ DATABASE_URL: database.url }).ok('restore', file);
  await database.drop();
  expect(restored).toMatch(/counted anew: (\d) of \1 streaks agree\n$/);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['under-load.gz']);
}

/** The copy equals the original, and a bot on it reveals each round once. */
async function carriesOn(rig: Rig): Promise<void> {
  const { db, close } = connect(target.url, { onError: () => undefined, max: 2 });
  try {
    const tables = await tablesOf(rig.db);
    expect(tables).toContain('answers');
    for (const table of tables) {
      expect(await rowsOf(db, table), table).toEqual(await rowsOf(rig.db, table));
    }
    const bot = startBotProcess({ ...rig.settings, DATABASE_URL: target.url });
    await bot.ready();
    await db
      .updateTable('rounds')
      .set({ closesAt: sql<Date>`clock_timestamp()` })
      .execute();
    await untilAllRests(db);
    await bot.end();
    expect(await wrongs(db, rig.stage)).toEqual([]);
  } finally {
    await close();
  }
}

/** Made by migrating, and whose turn it is to send: of its own in each database. */
const OWN = ['kysely_migration', 'kysely_migration_lock', 'request_slots'];

async function tablesOf(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename
  `.execute(db);
  return rows.map(({ name }) => name).filter((name) => !OWN.includes(name));
}

async function rowsOf(db: Database, table: string): Promise<readonly unknown[]> {
  const { rows } = await sql`
    select to_jsonb(row) as row from ${sql.table(table)} row order by to_jsonb(row)::text collate "C"
  `.execute(db);
  return rows;
}

describe('a backup', () => {
  it('does not replace a file', async () => {
    const database = await createDatabase(inject('postgres').server);
    onTestFinished(() => database.drop());
    const whetstone = commandLine({ DATABASE_URL: database.url });
    await whetstone.ok('migrate');
    const file = join(folder, 'twice.gz');
    await whetstone.ok('backup', file);
    const { mtimeMs } = await stat(file);
    expect(await whetstone('backup', file)).toMatchObject({
      code: 1,
      stderr: `${file} exists already, and was left as it is. Name a new file.\n`,
    });
    expect((await stat(file)).mtimeMs).toBe(mtimeMs);
  });

  it('that is not there is said to be missing, with what to do', async () => {
    const whetstone = commandLine({ DATABASE_URL: target.url });
    const missing = join(folder, 'nowhere.gz');
    expect(await whetstone('restore', missing)).toEqual(
      refusal(`There is no file ${missing}. Name the one that "backup" has written.`),
    );
    const file = join(folder, 'in-the-way.gz');
    await writeFile(file, '');
    const below = join(file, 'x.gz');
    expect(await whetstone('restore', below)).toEqual(
      refusal(`There is no file ${below}. Name the one that "backup" has written.`),
    );
  });

  it.skipIf(process.getuid?.() === 0)('that this user may not read is told of', async () => {
    const file = join(folder, 'locked.gz');
    await writeFile(file, '', { mode: 0o000 });
    expect(await commandLine({ DATABASE_URL: target.url })('restore', file)).toEqual(
      refusal(
        `${file} may not be read by this user. Run the command as whoever owns it, or let this user read it.`,
      ),
    );
  });

  it('is not a folder', async () => {
    const ended = await commandLine({ DATABASE_URL: target.url })('restore', folder);
    const stderr = `${folder} is a folder. Name the file in it that "backup" has written.\n`;
    expect(ended).toMatchObject({ code: 1, stderr });
  });
});
