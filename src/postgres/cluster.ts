import { readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, serverAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { createCluster, type Make } from './create-cluster.ts';
import { PostgresError } from './error.ts';
import { makeHome } from './home.ts';

/** The files of one embedded server, and what it takes to run it. */
export interface Cluster {
  /** `<home>/postgres`: there whole or not at all. */
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly password: string;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
  readonly disposable: boolean;
}

/** The cluster under `home`, made on first use. */
export async function prepareCluster(home: string, disposable: boolean): Promise<Cluster> {
  const folder = join(await makeHome(home), 'postgres');
  const account = await serverAccount(folder);
  const make = { account, binaries: await findBinaries(), disposable };
  if (!(await exists(folder)) && !(await takeUpgraded(folder))) await createCluster(folder, make);
  return clusterIn(folder, make);
}

/** The cluster whose files stand in `folder`. */
export async function clusterIn(folder: string, make: Make): Promise<Cluster> {
  const password = await readPassword(folder);
  return { ...make, folder, data: join(folder, 'data'), log: join(folder, 'server.log'), password };
}

/** Where a cluster stands that was upgraded, until it takes the place of the one before. */
export const upgradedFolder = (folder: string): string => `${folder}-upgraded`;

/** The last step of an upgrade, also of one whose process died before it. False where there is nothing to take. */
export async function takeUpgraded(folder: string): Promise<boolean> {
  return rename(upgradedFolder(folder), folder).then(
    () => true,
    () => false,
  );
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function readPassword(folder: string): Promise<string> {
  try {
    return (await readFile(join(folder, 'password'), 'utf8')).trim();
  } catch (cause) {
    throw new PostgresError(
      'postgres-not-started',
      `The password of the database in ${folder} cannot be read. ` +
        'Start Whetstone as the user who made that folder, or set WHETSTONE_HOME to another.',
      { cause },
    );
  }
}
