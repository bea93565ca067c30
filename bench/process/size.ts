import { glob, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Benchmark } from '../kit/benchmark.ts';
import { type Finding, spreadOf } from '../kit/finding.ts';

const PROJECT = join(import.meta.dirname, '../..');

/** The largest parts, and all the others together. */
const SHOWN = 12;

/** What `npm ci --omit=dev` installs, by the lock file, as it lies on this machine's disk. */
export const size: Benchmark = {
  name: 'size',
  title: 'Installed size',
  async run() {
    const sizes = await Promise.all((await installed()).map(sizeOf));
    const largest = sizes.toSorted((one, other) => other.megabytes - one.megabytes);
    const all = sum(largest);
    return [
      { ...finding('all of it', all), goal: { atMost: 330 } },
      ...largest.slice(0, SHOWN).map(({ name, megabytes }) => finding(name, megabytes)),
      finding('all others', sum(largest.slice(SHOWN))),
    ];
  },
};

interface Sized {
  readonly name: string;
  readonly megabytes: number;
}

const sum = (parts: readonly Sized[]): number =>
  parts.reduce((total, { megabytes }) => total + megabytes, 0);

const finding = (what: string, megabytes: number): Finding => ({
  ...{ what, unit: 'MB', value: spreadOf([megabytes]) },
});

/** The folders of packages that the bot needs; those within another's folder count as its own. */
async function installed(): Promise<readonly string[]> {
  const lock = JSON.parse(await readFile(join(PROJECT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  return Object.entries(lock.packages)
    .filter(([folder, { dev }]) => folder !== '' && dev !== true)
    .map(([folder]) => folder)
    .filter((folder) => folder.lastIndexOf('node_modules/') === 0);
}

async function sizeOf(folder: string): Promise<Sized> {
  // A file with two names lies on the disk once.
  const bytes = new Map<number, number>();
  for await (const file of glob('**/*', { cwd: join(PROJECT, folder), withFileTypes: true })) {
    if (!file.isFile()) continue;
    const { ino, blocks } = await stat(join(file.parentPath, file.name));
    bytes.set(ino, blocks * 512);
  }
  const all = [...bytes.values()].reduce((total, one) => total + one, 0);
  return { name: folder.replace('node_modules/', ''), megabytes: all / 1024 ** 2 };
}
