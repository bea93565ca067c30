import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { onlyAnki } from '../../src/decks/formats/anki-start.ts';
import { sqliteFile } from '../support/sqlite-file.ts';

/** A table with a column, and rows behind it that fill many pages. */
const database = (column: string, fill?: (made: DatabaseSync) => void): Promise<Uint8Array> =>
  sqliteFile((made) => {
    fill?.(made);
    made.exec(`create table things (id integer primary key, ${column} text)`);
    made.prepare(`insert into things (${column}) values (?)`).run('x'.repeat(100_000));
  });

/** So many tables that one page cannot name them. */
function manyTables(made: DatabaseSync): void {
  for (let nth = 0; nth < 100; nth += 1) {
    made.exec(`create table table_number_${nth} (id integer primary key, some_text text not null)`);
  }
}

const toUtf16 = (made: DatabaseSync): void => made.exec("pragma encoding = 'UTF-16'");

/** What is passed on of a file that arrives in small pieces, and how many bytes of it were asked for. */
async function pass(file: Uint8Array): Promise<{ asked: number; passed: Buffer; why?: unknown }> {
  let asked = 0;
  const passed: Buffer[] = [];
  const pieces = async function* (): AsyncGenerator<Buffer> {
    for (; asked < file.length; await Promise.resolve()) {
      const piece = Buffer.from(file.subarray(asked, asked + 1_000));
      asked += piece.length;
      yield piece;
    }
  };
  try {
    for await (const chunk of onlyAnki(pieces())) passed.push(chunk);
  } catch (why) {
    return { asked, passed: Buffer.concat(passed), why };
  }
  return { asked, passed: Buffer.concat(passed) };
}

test('of another program’s database no more than the first page is unpacked', async () => {
  const { asked, passed, why } = await pass(await database('content'));
  expect(why).toMatchObject({
    message:
      'the database inside it is another program’s, not Anki’s (export from that program as CSV)',
  });
  expect(asked).toBeLessThanOrEqual(5_000);
  expect(passed).toHaveLength(0);
});

test.each([
  ['with a schema of many pages', manyTables],
  ['in UTF-16', toUtf16],
])('another program’s database %s is refused before its rows', async (_, fill) => {
  const file = await database('content', fill);
  const { asked, why } = await pass(file);
  expect(why).toMatchObject({
    message:
      'the database inside it is another program’s, not Anki’s (export from that program as CSV)',
  });
  expect(asked).toBeLessThan(file.length - 90_000);
});

test.each([
  ['plain', undefined],
  ['with a schema of many pages', manyTables],
  ['in UTF-16', toUtf16],
])('a collection is passed on whole: %s', async (_, fill) => {
  const file = await database('flds', fill);
  expect(await pass(file)).toEqual({ asked: file.length, passed: Buffer.from(file) });
});

test('a schema of pages that are too small for a table’s text is left to SQLite', async () => {
  const file = await database('content', (made) => made.exec('pragma page_size = 512'));
  expect(await pass(file)).toEqual({ asked: file.length, passed: Buffer.from(file) });
});

test('a schema that cannot be followed is left to SQLite', async () => {
  const file = Buffer.from(await database('content', manyTables));
  // Where the first page says that another one is named.
  file.writeUInt16BE(0xffff, 112);
  expect(await pass(file)).toEqual({ asked: file.length, passed: file });
});

test.each(['Please update', `${'not a database '.repeat(10)}`])('%j is none', async (text) => {
  expect(await pass(Buffer.from(text))).toMatchObject({
    passed: Buffer.alloc(0),
    why: { message: 'its collection cannot be read (export the deck in Anki once more)' },
  });
});

test.each([0, 10, 150, 5_000, -1])('a collection that ends at byte %i is cut off', async (end) => {
  const file = await database('flds');
  expect(await pass(file.subarray(0, end))).toMatchObject({
    why: {
      message: 'it is incomplete: its collection is cut off; export or download it again',
    },
  });
});
