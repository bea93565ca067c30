import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { createDatabase, type TestDatabase, testDatabaseWithDeck } from '../support/database.ts';
import { openDatabaseRoles } from '../support/database-roles.ts';
import { NOTHING_STORED, nothingIn, refusal } from './scene.ts';

let folder: string;
let filled: TestDatabase;
let empty: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whetstone-move-'));
  filled = await testDatabaseWithDeck();
  empty = await createDatabase(inject('postgres').server);
});
afterAll(async () => {
  await Promise.all([filled.drop(), empty.drop()]);
  await rm(folder, { recursive: true });
});

describe('where no bot has started yet', () => {
  it('a backup says so, and leaves no file', async () => {
    const whetstone = commandLine({ DATABASE_URL: empty.url });
    expect(await whetstone('backup', join(folder, 'x.gz'))).toEqual(NOTHING_STORED);
    expect(await readdir(folder)).toEqual([]);
  });

  it('neither a backup nor a move makes a database', async () => {
    const home = join(folder, 'mistyped');
    const whetstone = commandLine({ WHETSTONE_HOME: home });
    expect(await whetstone('backup', join(folder, 'x.gz'))).toEqual(nothingIn(home));
    expect(await whetstone('move', '--to', empty.url)).toEqual(nothingIn(home));
    expect(await readdir(folder)).toEqual([]);
  });

  it('a move says so', async () => {
    const whetstone = commandLine({ DATABASE_URL: empty.url });
    expect(await whetstone('move', '--to', filled.url)).toEqual(NOTHING_STORED);
  });
});

describe('a move', () => {
  it('to a database that is not empty names where to say another', async () => {
    const { stderr } = await commandLine({ DATABASE_URL: filled.url })('move', '--to', filled.url);
    expect(stderr).toBe(
      'The database is not empty: there are rows in "decks". Nothing was stored. If this repeats a move that was ' +
        'interrupted, that one had stored everything: put this address into DATABASE_URL, and start the bot. ' +
        'Otherwise name an empty database with --to.\n',
    );
  });

  it('to a server that is out of reach names where its address was said', async () => {
    const nowhere = 'postgres://nobody@127.0.0.1:1/nowhere';
    const ended = await commandLine({ DATABASE_URL: filled.url })('move', '--to', nowhere);
    expect(ended).toEqual(
      refusal(
        'Cannot use the PostgreSQL database nowhere at 127.0.0.1:1: nothing listens there. ' +
          'Fix: check --to, and that the server runs.',
      ),
    );
  });

  it('that cannot read all says why, and not that a backup is damaged', async () => {
    const roles = await openDatabaseRoles(filled);
    try {
      const reader = await roles.make();
      await roles.allow(reader.role);
      await roles.query(`grant select on all tables in schema public to ${reader.role}`);
      await roles.query(`revoke select on questions from ${reader.role}`);
      const { stderr } = await commandLine({ DATABASE_URL: reader.url })('move', '--to', empty.url);
      expect(stderr).toContain('permission denied for table questions');
    } finally {
      await roles.close();
    }
  });
});
