import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeBackup } from '../../src/db/backup/write-backup.ts';
import { commandLine } from '../support/command-line.ts';
import { testDatabaseWithDeck } from '../support/database.ts';
import { findOtherPostgres, openOtherPostgresIn } from '../support/other-postgres.ts';

const programs = await findOtherPostgres();

it.skipIf(programs === undefined)(
  'an embedded database of an older major version is refused in words, and brought over by what they say',
  async () => {
    const home = await mkdtemp(join(tmpdir(), 'whetstone-older-major-'));
    onTestFinished(() => rm(home, { recursive: true }));
    // PostgreSQL runs as another user where the tests run as root.
    await chmod(home, 0o711);
    const folder = join(home, 'postgres');
    await mkdir(folder);
    await writeFile(join(folder, 'password'), 'any\n');
    const shipped = join(home, 'shipped.gz');
    const source = await testDatabaseWithDeck();
    await writeBackup(source.url, createWriteStream(shipped), []);
    await source.drop();
    /** A command of the version that brought the older PostgreSQL. */
    const before = async (...typed: readonly string[]): Promise<string> => {
      const older = await openOtherPostgresIn(folder, programs!);
      return commandLine({ DATABASE_URL: older.url })
        .ok(...typed)
        .finally(() => older.close());
    };
    await before('restore', shipped);

    const whetstone = commandLine({ WHETSTONE_HOME: home });
    const { code, stderr } = await whetstone('status');
    expect(code).toBe(1);
    const version = (await readFile(join(folder, 'data/PG_VERSION'), 'utf8')).trim();
    expect(stderr).toContain(
      `is one of PostgreSQL ${version}, and this version of Whetstone brings`,
    );
    expect(stderr).toContain(`mv '${folder}' '${folder}-${version}'`);

    const file = join(home, 'upgrade.gz');
    await before('backup', file);
    await rename(folder, `${folder}-${version}`);
    expect(await whetstone.ok('restore', file)).toMatch(/questions +80\n/);
    expect(await readFile(join(`${folder}-${version}`, 'data/PG_VERSION'), 'utf8')).toContain(
      version,
    );
  },
);
