import { zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { sqliteFile } from '../support/sqlite-file.ts';
import { fileWith, importFile } from './support.ts';

const collection = (): Promise<Uint8Array> =>
  sqliteFile((database) => {
    database.exec('create table notes (id integer primary key, mid integer, tags text, flds text)');
  });

const packageOf = (files: Record<string, Uint8Array>): Promise<string> =>
  fileWith('deck.apkg', zipSync(files));

async function refusal(path: string): Promise<string | undefined> {
  const { skipped } = await importFile(path);
  return skipped[0]?.why;
}

test('a compressed collection that is cut off is told as incomplete', async () => {
  const whole = zstdCompressSync(await collection());
  for (const length of [whole.length - 1, Math.floor(whole.length / 2), 20]) {
    const cut = whole.subarray(0, length);
    expect(await refusal(await packageOf({ 'collection.anki21b': cut }))).toBe(
      'it is incomplete: its collection is cut off; export or download it again',
    );
  }
});

test('a compressed collection that is broken is told as that', async () => {
  const text = new TextEncoder().encode('It is not compressed at all.');
  expect(await refusal(await packageOf({ 'collection.anki21b': text }))).toBe(
    'its collection cannot be read (export the deck in Anki once more)',
  );
});

test('a temporary folder that cannot be used is not told as a broken file', async () => {
  const path = await fileWith('deck.apkg', zipSync({ 'collection.anki2': await collection() }));
  vi.stubEnv('TMPDIR', path);
  try {
    const { skipped } = await importFile(path);
    expect(skipped.map(({ why }) => why)).toEqual([
      `it cannot be unpacked in the temporary folder ${path} (ENOTDIR); make sure that it exists and that you may write to it, or set TMPDIR to another`,
    ]);
  } finally {
    vi.unstubAllEnvs();
  }
});
