import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { createDatabase } from '../support/database.ts';
import { NOTHING_STORED, nothingIn } from './scene.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whetstone-wrong-home-'));
  return () => rm(folder, { recursive: true });
});

const WORKSPACE = ['--platform', 'slack', '--workspace', 'T1'];

describe('where nothing is stored yet', () => {
  it.each([
    ['status'],
    ['status', '--json'],
    ['track', 'list'],
    ['track', 'skip', '1'],
    ['track', 'pause', '1'],
    ['track', 'resume', '1'],
    ['track', 'edit', '1', '--cron', '0 10 * * *'],
    ['track', 'remove', '1'],
    ['ask', '1'],
    ['reveal', '1'],
    ['round', 'void', '1', '1', '--reason', 'wrong'],
    ['rehearse', '1'],
    ['deck', 'list'],
    ['deck', 'show', 'lora-vs-qlora'],
    ['deck', 'stats', 'llm-interview'],
    ['deck', 'trial', 'llm-interview'],
    ['deck', 'export', 'llm-interview'],
    ['deck', 'remove', 'nowhere'],
    ['managers', 'list', ...WORKSPACE],
    ['managers', 'add', ...WORKSPACE, '--member', 'U1'],
    ['member', 'export', ...WORKSPACE, '--member', 'U1'],
    ['member', 'forget', ...WORKSPACE, '--member', 'U1', '--yes'],
    ['migrate', '--down', '--yes'],
  ])('%s %s says so with the folder, and makes no database', async (...typed) => {
    const home = join(folder, 'mistyped');
    expect(await commandLine({ WHETSTONE_HOME: home })(...typed)).toEqual(nothingIn(home));
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([['status'], ['deck', 'list']])(
    '%s %s says so of an empty database, and makes no tables in it',
    async (...typed) => {
      const empty = await createDatabase(inject('postgres').server);
      onTestFinished(() => empty.drop());
      const whetstone = commandLine({ DATABASE_URL: empty.url, WHETSTONE_HOME: folder });
      expect(await whetstone(...typed)).toEqual(NOTHING_STORED);
      expect(await whetstone('backup', join(folder, 'x.gz'))).toEqual(NOTHING_STORED);
    },
  );

  it('a first deck is taken in all the same', async () => {
    const home = await mkdtemp(join(tmpdir(), 'whetstone-new-home-'));
    onTestFinished(() => rm(home, { recursive: true }));
    // As root, the embedded server runs as another user, who has to get in.
    await chmod(home, 0o711);
    const whetstone = commandLine({ WHETSTONE_HOME: home });
    const file = join(home, 'first.csv');
    await writeFile(file, 'question,answer\nWhat is a row?,A record.\n');
    await whetstone.ok('deck', 'import', file, '--licence', 'own', '--yes');
    expect(await whetstone.ok('deck', 'list')).toMatch(/^first +1 /m);
  });
});
