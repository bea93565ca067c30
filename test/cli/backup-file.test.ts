import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeNewFile } from '../../src/cli/backup-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whetstone-new-file-'));
});
afterEach(() => rm(folder, { recursive: true }));

const words = (out: Writable): Promise<void> => pipeline(Readable.from(['all of it']), out);

it('makes the folder of a new file, which is whole where it has its name', async () => {
  const file = join(folder, 'backups/old/today.gz');
  const { madeFolder } = await writeNewFile(file, words);
  expect(madeFolder).toBe(join(folder, 'backups'));
  expect(await readFile(file, 'utf8')).toBe('all of it');
  expect(await readdir(join(folder, 'backups/old'))).toEqual(['today.gz']);
  const { madeFolder: none } = await writeNewFile(join(folder, 'other.gz'), words);
  expect(none).toBeUndefined();
});

it('tells of a disk that is full, and leaves nothing', async () => {
  const message = 'ENOSPC: no space left on device, write';
  const full = (): Promise<never> =>
    Promise.reject(Object.assign(new Error(message), { code: 'ENOSPC', syscall: 'write' }));
  const file = join(folder, 'today.gz');
  await expect(writeNewFile(file, full)).rejects.toThrow(`${file} was not written. ${message}`);
  expect(await readdir(folder)).toEqual([]);
});

it('tells of a place where no file can be, and writes nothing', async () => {
  await writeFile(join(folder, 'backups'), '');
  await expect(writeNewFile(join(folder, 'backups/today.gz'), words)).rejects.toMatchObject({
    code: expect.stringMatching(/^E(NOTDIR|EXIST)$/) as string,
    path: expect.stringContaining('backups') as string,
  });
});

it('leaves a file alone that is there already', async () => {
  const file = join(folder, 'today.gz');
  await writeFile(file, 'of yesterday');
  await expect(writeNewFile(file, words)).rejects.toThrow('exists already');
  expect(await readFile(file, 'utf8')).toBe('of yesterday');
});
