import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, serverAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { createCluster } from './create-cluster.ts';
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
  const binaries = await findBinaries();
  if (!(await exists(folder))) await createCluster(folder, { account, binaries, disposable });
  const password = await readPassword(folder);
  const [data, log] = [join(folder, 'data'), join(folder, 'server.log')];
  return { folder, data, log, password, account, binaries, disposable };
}

async function exists(path: string): Promise<boolean> {
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
