import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, serverAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { createCluster, type Make } from './create-cluster.ts';
import { PostgresError } from './error.ts';
import { exists, makeHome } from './home.ts';
import { takeUpgraded, upgradedFolder } from './upgraded.ts';

/** The files of one embedded server, and what it takes to run it. */
export interface Cluster {
  /** `<home>/postgres`: there whole or not at all. */
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
  readonly disposable: boolean;
  /** Whether its server may be started now; left out, it always may. */
  readonly mayStart?: () => Promise<boolean>;
}

const folderIn = (home: string): string => join(home, 'postgres');

/** Whether one was made under `home`, if only the copy that an upgrade which was cut off left there. */
export async function hasCluster(home: string): Promise<boolean> {
  const folder = folderIn(home);
  return !(await isMissing(folder)) || !(await isMissing(upgradedFolder(folder)));
}

const MISSING = new Set(['ENOENT', 'ENOTDIR']);

/** What this user may not look at is not missing: opening it says why it cannot be used. */
const isMissing = (path: string): Promise<boolean> =>
  stat(path).then(
    () => false,
    (error: NodeJS.ErrnoException) => MISSING.has(error.code ?? ''),
  );

/** The cluster under `home`, made on first use. */
export async function prepareCluster(home: string, disposable: boolean): Promise<Cluster> {
  const folder = folderIn(await makeHome(home));
  const account = await serverAccount(folder);
  const make = { account, binaries: await findBinaries(), disposable };
  if (!(await exists(folder)) && !(await takeUpgraded(folder))) await createCluster(folder, make);
  return clusterIn(folder, make);
}

/** The cluster whose files stand in `folder`. */
export async function clusterIn(folder: string, make: Make): Promise<Cluster> {
  await readPassword(folder).catch((cause: unknown) => {
    throw unreadable(folder, cause);
  });
  return { ...make, folder, data: join(folder, 'data'), log: join(folder, 'server.log') };
}

/** To be read at each attempt to enter: an upgrade puts another cluster in the same place. */
export async function readPassword(folder: string): Promise<string> {
  return (await readFile(join(folder, 'password'), 'utf8')).trim();
}

function unreadable(folder: string, cause: unknown): PostgresError {
  return new PostgresError(
    'postgres-not-started',
    `The password of the database in ${folder} cannot be read. ` +
      'Start Whetstone as the user who made that folder, or set WHETSTONE_HOME to another.',
    { cause },
  );
}
