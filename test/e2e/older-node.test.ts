import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../support/environment.ts';
import { startNode } from '../support/node-process.ts';

interface Package {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
}

const read = async (): Promise<Package> =>
  JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as Package;

/** Makes a process take itself for an older Node, which could not read TypeScript either. */
const disguise = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  Object.defineProperty(process.versions, 'node', { value: '20.20.2' });
  registerHooks({ load(url, context, next) {
    if (url.endsWith('.ts')) throw new Error('Unknown file extension ".ts"');
    return next(url, context);
  } });
`)}`;

describe.each(['start', 'whetstone'])('npm run %s', (script) => {
  it('says under an older Node what is needed, and nothing else', async () => {
    const [program, ...args] = (await read()).scripts[script]?.split(' ') ?? [];
    expect(program).toBe('node');
    const { code, stdout, stderr } = await startNode(['--import', disguise, ...args], {}).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^Whetstone needs Node\.js 24 or newer, and this is 20\.20\.2\. Fix: .*\n$/,
    );
  });
});

it('the right Node comes with what a production install brings, and is the one that is asked for', async () => {
  const { dependencies, engines } = await read();
  expect(engines.node).toBe('>=24');
  expect(dependencies['node']).toMatch(/^24\./);
});

it.each(['bot.js', 'whetstone.js'])('%s says in a line that packages are missing', async (file) => {
  const folder = await mkdtemp(join(tmpdir(), 'whetstone-bare-'));
  for (const part of ['bin', 'src', 'package.json']) {
    await cp(join(PROJECT, part), join(folder, part), { recursive: true });
  }
  const started = promisify(execFile)(process.execPath, [join(folder, 'bin', file)]);
  await expect(started).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^Whetstone’s packages are not installed: .* “npm ci”\.\n$/,
    ) as string,
  });
  await rm(folder, { recursive: true });
});

it('the operator’s commands start by way of the check', async () => {
  const { code, stdout } = await startNode(['bin/whetstone.js', '--help'], {}).ended;
  expect(code).toBe(0);
  expect(stdout).toContain('npm run -s whetstone --');
});
