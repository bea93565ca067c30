import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { withScratchFolder } from '../../src/decks/scratch-folder.ts';
import { folderWith } from './support.ts';

const MODULE = new URL('../../src/decks/scratch-folder.ts', import.meta.url);

/** Says that it has a folder, and another meanwhile, and works on until a signal comes. */
const WORK = `
  import { writeFileSync } from 'node:fs';
  import { withScratchFolder } from ${JSON.stringify(MODULE.href)};
  await withScratchFolder('outer-', () =>
    withScratchFolder('inner-', (folder) => {
      writeFileSync(folder + '/file', 'half done');
      process.stdout.write('begun');
      return new Promise((resolve) => setTimeout(resolve, 60_000));
    }),
  );
`;

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s takes the folders away', async (signal) => {
  const temporary = await folderWith({});
  const child = spawn(process.execPath, ['--input-type=module', '-e', WORK], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect((await readdir(temporary)).map((name) => name.slice(0, 6)).sort()).toEqual([
    'inner-',
    'outer-',
  ]);
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([null, signal]);
  expect(await readdir(temporary)).toEqual([]);
});

test('the folder is removed with the end of the work, whatever comes of that', async () => {
  const listeners = process.listenerCount('SIGTERM');
  let folder = '';
  const work = withScratchFolder('whetstone-test-', (made) => {
    folder = made;
    return Promise.reject(new Error('it went wrong'));
  });
  await expect(work).rejects.toThrow('it went wrong');
  expect(basename(folder)).toMatch(/^whetstone-test-/);
  expect(existsSync(folder)).toBe(false);
  expect(process.listenerCount('SIGTERM')).toBe(listeners);
});
