import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPictureCache } from '../../src/pictures/picture-cache.ts';

const PNG = Buffer.from('a picture that ends with IEND');

async function folderFor(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'whetstone-cache-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('keeps so many pictures and refusals at most, and those that were used last', async () => {
  const folder = await folderFor();
  const cache = createPictureCache(folder, 10);
  for (const key of ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']) await cache.keep(key, PNG);
  for (const key of ['r7', 'r8', 'r9']) await cache.keepRefusal(key, 'It ended its painter.');
  expect(await readdir(folder)).toHaveLength(10);
  // The number in a file's name is the hour in which it was used last.
  for (const name of await readdir(folder)) {
    const used = new Date(Date.UTC(2020, 0, 1, Number(name[1])));
    await utimes(join(folder, name), used, used);
  }
  expect(await cache.read('p0')).toEqual(PNG);
  expect(await cache.readRefusal('r7')).toBe('It ended its painter.');

  await cache.keep('new', PNG);
  const left = ['p0', 'p3', 'p4', 'p5', 'p6', 'new'].map((key) => `${key}.png`);
  const refused = ['r7', 'r8', 'r9'].map((key) => `${key}.refused`);
  expect((await readdir(folder)).sort()).toEqual([...left, ...refused].sort());
  expect(await cache.read('p1')).toBeUndefined();
});
