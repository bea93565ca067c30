import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type CommandLine, commandLine, runTyped } from '../support/command-line.ts';
import { createDatabase } from '../support/database.ts';
import { PROJECT } from '../support/environment.ts';
import { startNode } from '../support/node-process.ts';

describe('migrate', { timeout: 180_000 }, () => {
  let whetstone: CommandLine;
  let settings: Readonly<Record<string, string>>;
  let names: readonly string[];
  beforeAll(async () => {
    const database = await createDatabase(inject('postgres').server);
    settings = { DATABASE_URL: database.url };
    whetstone = commandLine(settings);
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
      expect(await whetstone.ok('migrate', '--down', '--yes')).toBe(`taken back: ${name}\n`);
    }
    expect(await whetstone.ok('migrate', '--down', '--yes')).toBe('nothing to take back\n');
    expect(await whetstone.ok('migrate')).toBe(`migrated: ${names.join(', ')}\n`);
  });

  it('takes nothing back before somebody said yes', async () => {
    const before = await whetstone.ok('migrate');
    for (const reply of ['', 'no\n']) {
      const { code, stdout, stderr } = await runTyped(['migrate', '--down'], settings, reply);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(
        `This takes back ${names.at(-1)} and deletes what it holds for good.`,
      );
      expect(stderr).toContain('Nothing was taken back.');
    }
    expect(await whetstone.ok('migrate')).toBe(before);
    const command = startNode(['src/cli.ts', 'migrate', '--down'], settings, 'yes\n');
    const { code, stdout } = await command.ended;
    expect({ code, stdout }).toEqual({ code: 0, stdout: `taken back: ${names.at(-1)}\n` });
    await whetstone.ok('migrate');
  });

  it('takes nothing back beside a running bot', async () => {
    const bot = startNode(['src/main.ts'], {
      ...{ ...settings, PORT: '0', PLAYGROUND: 'off', LOG_FORMAT: 'json' },
    });
    await bot.says('Whetstone is running.');
    const { code, stderr } = await whetstone('migrate', '--down', '--yes');
    bot.signal('SIGTERM');
    await bot.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^A bot runs on this database.* Stop it first\.\n$/);
    expect(await whetstone.ok('migrate')).toBe('nothing to migrate\n');
  });

  it('is done by every other command too', async () => {
    await whetstone.ok('migrate', '--down', '--yes');
    expect(await whetstone.ok('track', 'list')).toContain('No track yet');
    expect(await whetstone.ok('migrate')).toBe('nothing to migrate\n');
  });
});
