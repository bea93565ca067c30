import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type CommandLine, commandLine } from '../support/command-line.ts';
import { createDatabase } from '../support/database.ts';
import { PROJECT } from '../support/environment.ts';

describe('migrate', () => {
  let whetstone: CommandLine;
  let names: readonly string[];
  beforeAll(async () => {
    const database = await createDatabase(inject('postgres').server);
    whetstone = commandLine({ DATABASE_URL: database.url });
    const files = await readdir(join(PROJECT, 'migrations'));
    names = files.map((file) => basename(file, '.ts')).sort();
    return () => database.drop();
  });

  it('takes an empty database to the newest schema, once', async () => {
    expect(await whetstone.ok('migrate')).toBe(`migrated: ${names.join(', ')}\n`);
    expect(await whetstone.ok('migrate')).toBe('nothing to migrate\n');
  });

  it('takes the newest step back, down to nothing, and goes all the way up again', async () => {
    for (const name of names.toReversed()) {
      expect(await whetstone.ok('migrate', '--down')).toBe(`taken back: ${name}\n`);
    }
    expect(await whetstone.ok('migrate', '--down')).toBe('nothing to take back\n');
    expect(await whetstone.ok('migrate')).toBe(`migrated: ${names.join(', ')}\n`);
  });

  it('is done by every other command too', async () => {
    await whetstone.ok('migrate', '--down');
    expect(await whetstone.ok('track', 'list')).toContain('No track yet');
    expect(await whetstone.ok('migrate')).toBe('nothing to migrate\n');
  });
});
