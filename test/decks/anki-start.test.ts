import { expect, test } from 'vitest';
import { onlyAnki } from '../../src/decks/formats/anki-start.ts';
import { sqliteFile } from '../support/sqlite-file.ts';

const database = (table: string): Promise<Uint8Array> =>
  sqliteFile((made) => {
    made.exec(`create table ${table} (id integer primary key, content text)`);
    made.prepare(`insert into ${table} (content) values (?)`).run('x'.repeat(100_000));
  });

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
  const { asked, passed, why } = await pass(await database('orders'));
  expect(why).toMatchObject({
    message: 'the database inside it is another program’s, not Anki’s',
  });
  expect(asked).toBeLessThanOrEqual(5_000);
  expect(passed).toHaveLength(0);
});

test('a collection is passed on whole', async () => {
  const file = await database('notes');
  expect(await pass(file)).toEqual({ asked: file.length, passed: Buffer.from(file) });
});

test.each(['Please update', `${'not a database '.repeat(10)}`])('%j is none', async (text) => {
  expect(await pass(Buffer.from(text))).toMatchObject({
    passed: Buffer.alloc(0),
    why: { message: 'its collection cannot be read' },
  });
});

test.each([0, 10, 150, 5_000, -1])('a collection that ends at byte %i is cut off', async (end) => {
  const file = await database('notes');
  expect(await pass(file.subarray(0, end))).toMatchObject({
    why: {
      message: 'it is incomplete: its collection is cut off; export or download it again',
    },
  });
});
