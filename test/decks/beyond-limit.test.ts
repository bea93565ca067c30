import { zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { sqliteFile } from '../support/sqlite-file.ts';
import { fileWith, importFile } from './support.ts';

/** A collection of as many notes, of which the first has a gap to fill. */
const notes = (count: number): Promise<Uint8Array> =>
  sqliteFile((database) => {
    database.exec(`
      create table notes (id integer primary key, mid integer, tags text, flds text);
      create table fields (ntid integer, ord integer, name text);
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
      insert into notes (mid, tags, flds)
        select 1, '', iif(i = 1, '{{c1::X}}', 'What is ' || i || '?') || char(31) || 'A number' from n;
    `);
  });

const BEYOND = 'a deck holds at most 5000 questions (cut the file into several)';

describe('what a deck has no room for is counted', () => {
  test('in a collection of Anki', async () => {
    const packed = zipSync({ 'collection.anki2': await notes(5_700) });
    const { taken, leftOut, skipped } = await importFile(await fileWith('deck.apkg', packed));
    expect({ taken, leftOut }).toEqual({ taken: 4_999, leftOut: 701 });
    expect(skipped.at(-1)).toEqual({ where: 'the last 700', why: BEYOND, count: 700 });
  });

  test.each([
    ['objects', (n: number) => ({ question: `What is ${n}?`, answer: 'A number' })],
    ['texts', (n: number) => `What is ${n}?`],
  ])('in a list of %s', async (_what, one) => {
    const list = Array.from({ length: 5_700 }, (_, index) => one(index));
    const path = await fileWith('list.json', JSON.stringify(list));
    const { taken, leftOut, skipped } = await importFile(path);
    expect({ taken, leftOut }).toEqual({ taken: 5_000, leftOut: 700 });
    expect(skipped).toEqual([{ where: 'the last 700', why: BEYOND, count: 700 }]);
  });
});

test('a collection that unpacks to more than may be is refused as too large', async () => {
  const collection = await sqliteFile((database) => {
    database.exec(`
      create table notes (id integer primary key, mid integer, tags text, flds text);
      insert into notes (flds) values (zeroblob(70000000));
    `);
  });
  const packed = zipSync({ 'collection.anki21b': [zstdCompressSync(collection), { level: 0 }] });
  const { skipped } = await importFile(await fileWith('deck.apkg', packed));
  expect(skipped.map(({ why }) => why)).toEqual([
    'its content takes more than 67108864 bytes (cut it into several, without pictures and sounds)',
  ]);
});

test('a column that is named twice under a title is told of with its line', async () => {
  const table = 'My questions\nquestion,answer,answer\nWhat is k?,A number,A letter\n';
  const { skipped } = await importFile(await fileWith('t.csv', table));
  expect(skipped).toEqual([
    {
      where: 'the file',
      why: 'line 2 names the column `answer` twice (rename or remove one of them)',
    },
  ]);
});
