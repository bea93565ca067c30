import { constants } from 'node:fs';
import { access, readdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../config.ts';
import { majorOf } from '../../postgres/major.ts';
import { fault, type Finding, type Findings, ok, warning } from './finding.ts';
import { lookAtPictures } from './look-at-pictures.ts';

/** A track's rows and pictures take a few MB a year; a full disk stops the database. In bytes. */
const FEW_BYTES = 1_000_000_000;
const TOO_FEW_BYTES = 100_000_000;

/** The folder for what the bot keeps, the disk under it, the programs it was told of, and what draws pictures. */
export async function* lookAtMachine(config: Pick<Config, 'home' | 'olderPostgres'>): Findings {
  yield* lookAtFolder(config);
  yield* lookAtOlderPostgres(config);
  yield* lookAtPictures();
}

/** Made by the bot within its folder, where it may have run as another user before. */
const KEPT = ['pictures', 'fonts'];

export async function* lookAtFolder({ home }: Pick<Config, 'home'>): Findings {
  const folder = await nearestFolder(home);
  const kept = KEPT.map((name) => path.join(home, name));
  const looked = await Promise.all([
    isWritable(folder),
    ...kept.map(async (one) => !(await isThere(one)) || isWritable(one)),
  ]);
  const unfit = [folder, ...kept].filter((_, index) => looked[index] === false);
  if (unfit.length === 0) yield ok('folder', home);
  yield* unfit.map((one) =>
    fault(
      'folder',
      `${one} is no folder that this user may write to. Fix: change its owner, or set WHETSTONE_HOME.`,
    ),
  );
  yield await disk(folder);
}

/** An upgrade needs them on a day when nobody looks at settings. */
async function* lookAtOlderPostgres({ olderPostgres }: Pick<Config, 'olderPostgres'>): Findings {
  if (olderPostgres === undefined) return;
  const major = await majorOf(path.join(olderPostgres, 'postgres'));
  yield major === undefined
    ? fault(
        'OLDER_POSTGRES',
        `${olderPostgres} holds no program “postgres” that runs. Fix: name the folder with the programs of the older version (on Debian /usr/lib/postgresql/VERSION/bin), or leave it empty.`,
      )
    : ok('OLDER_POSTGRES', `programs of PostgreSQL ${major}`);
}

const isWritable = (folder: string): Promise<boolean> =>
  succeeds(readdir(folder).then(() => access(folder, constants.W_OK)));

const isThere = (file: string): Promise<boolean> => succeeds(access(file));

const succeeds = (attempt: Promise<unknown>): Promise<boolean> =>
  attempt.then(
    () => true,
    () => false,
  );

/** The folder itself, or the one in which it would be made. */
async function nearestFolder(folder: string): Promise<string> {
  return (await isThere(folder)) ? folder : nearestFolder(path.dirname(folder));
}

async function disk(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  return diskFinding(bavail * bsize);
}

/** @param free In bytes. */
export function diskFinding(free: number): Finding {
  const says = `${Math.round(free / 1_000_000)} MB free`;
  if (free >= FEW_BYTES) return ok('disk', says);
  const advice = `${says}. Fix: make room; a full disk stops the database.`;
  return free < TOO_FEW_BYTES ? fault('disk', advice) : warning('disk', advice);
}
