import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { readCollection } from '../../src/decks/formats/anki-collection.ts';
import { SlowFileError } from '../../src/decks/formats/limited-worker.ts';
import { sqliteFile } from '../support/sqlite-file.ts';
import { fileWith } from './support.ts';

const PAGE = 4_096;
const LEVELS = 18;
const BRANCHES = 600;

/**
 * A collection whose schema takes longer to read than anybody lives: each page of its tree leads to the next one
 * hundreds of times, and the last to the entry of an index, which may be said again and again.
 */
async function endlessCollection(): Promise<Uint8Array> {
  const honest = await sqliteFile((database) => {
    database.exec(`
      pragma page_size = ${PAGE};
      create table notes (guid text unique, mid integer, tags text, flds text);
    `);
  });
  const pages = honest.length / PAGE;
  const bytes = Buffer.concat([honest, Buffer.alloc((LEVELS + 2) * PAGE)]);
  bytes.writeUInt32BE(pages + LEVELS + 2, 28);
  const leaf = { head: bytes.subarray(100, 112), content: bytes.subarray(112, PAGE) };
  const pageAt = (at: number) => bytes.subarray(at * PAGE, (at + 1) * PAGE);
  for (const page of [pageAt(pages), pageAt(pages + 1)]) {
    leaf.head.copy(page);
    leaf.content.copy(page, 112);
  }
  // Of the two entries, the second alone.
  pageAt(pages + 1).writeUInt16BE(1, 3);
  leaf.head.copy(pageAt(pages + 1), 8, 10, 12);
  writeBranches(bytes.subarray(100, PAGE), { at: 100, first: pages + 1, next: pages + 3 });
  for (let level = 0; level < LEVELS; level++) {
    const page = pages + 2 + level;
    const next = level === LEVELS - 1 ? pages + 2 : page + 2;
    writeBranches(pageAt(page), { at: 0, first: next, next });
  }
  return bytes;
}

/** An inner page of a tree of tables: its first branch, and hundreds that lead to another page. */
function writeBranches(
  page: Buffer,
  { at, first, next }: Readonly<Record<'at' | 'first' | 'next', number>>,
): void {
  const cells = page.length - 10;
  page.fill(0);
  page.writeUInt8(5, 0);
  page.writeUInt16BE(BRANCHES, 3);
  page.writeUInt16BE(at + cells, 5);
  page.writeUInt32BE(next, 8);
  for (const [place, child] of [first, next].entries()) {
    page.writeUInt32BE(child, cells + place * 5);
    page.writeUInt8(1, cells + place * 5 + 4);
  }
  for (let branch = 0; branch < BRANCHES; branch++) {
    page.writeUInt16BE(at + cells + (branch === 0 ? 0 : 5), 12 + branch * 2);
  }
}

test('a collection is given up where reading it takes too long', async () => {
  const path = await fileWith('collection', await endlessCollection());
  await expect(readCollection(path, { timeMs: 2_000 })).rejects.toThrow(SlowFileError);
});

test('nothing goes on reading a collection that nobody waits for', async () => {
  const path = await fileWith('collection', await endlessCollection());
  const program = new URL('../../src/decks/formats/anki-process.ts', import.meta.url);
  const child = fork(program, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.send({ path, memoryMb: 512 }, () => child.disconnect());
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
});

test('a collection whose notes share their bytes is refused before they take memory', async () => {
  const collection = await sqliteFile((database) => {
    database.exec('create table notes (id integer primary key, mid integer, tags text, flds text)');
    database.prepare('insert into notes values (1, 1, 2, ?)').run(`Q\x1f${'A'.repeat(2_000)}`);
  });
  const shared = Buffer.from(collection.buffer, collection.byteOffset, collection.length);
  const page = shared.subarray(-PAGE);
  const [cell, notes] = [page.readUInt16BE(8), 100];
  page.writeUInt16BE(notes, 3);
  for (let at = 0; at < notes; at++) page.writeUInt16BE(cell, 8 + at * 2);
  const path = await fileWith('collection', shared);
  await expect(readCollection(path)).rejects.toThrow('not a collection of Anki');
});

test('a collection is given up where SQLite takes too much memory for it', async () => {
  const columns = Array.from({ length: 100 }, (_, at) => `c${at}`).join();
  const withTables = async (count: number): Promise<string> => {
    const collection = await sqliteFile((database) => {
      database.exec('create table notes (mid integer, tags text, flds text)');
      database.exec('pragma writable_schema = on');
      database.exec(`
        with recursive at (n) as (select 1 union all select n + 1 from at where n < ${count})
        insert into sqlite_schema
        select 'table', 't' || n, 't' || n, 2, 'CREATE TABLE t' || n || '(${columns})' from at
      `);
    });
    return fileWith('collection', collection);
  };
  const memoryMb = 180;
  expect(await readCollection(await withTables(1), { memoryMb })).toEqual({ notes: [], count: 0 });
  const reading = readCollection(await withTables(30_000), { memoryMb });
  await expect(reading).rejects.toThrow('not a collection of Anki');
});
