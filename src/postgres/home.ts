import { mkdir, mkdtemp, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PostgresError } from './error.ts';

/** The home's folder by its real path, made on first use. */
export async function makeHome(home: string): Promise<string> {
  try {
    await makeFolder(home);
    return await realpath(home);
  } catch (cause) {
    throw unusable(home, cause);
  }
}

/**
 * Makes a folder and those above it. Node's own way never ends on a file system that says of a new folder
 * that it does not exist, as those do that the kernel or an automounter makes up.
 */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder).catch(async (error: unknown) => {
    // Another process may have made it meanwhile.
    if (!(await isFolder(folder))) throw error;
  });
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** A new folder in the home, its name begun with `prefix`. */
export async function makeDraft(home: string, prefix: string): Promise<string> {
  return mkdtemp(prefix).catch((cause: unknown) => {
    throw unusable(home, cause);
  });
}

function unusable(home: string, cause: unknown): PostgresError {
  const message =
    `The folder ${home} cannot be used: ${reason(cause)}. ` +
    'Set WHETSTONE_HOME to a folder that this user may write in.';
  return new PostgresError('home-unusable', message, { cause });
}

/** `mkdir` says of a file in a folder's place that it exists: true, and no help. */
const IN_THE_WAY = new Set(['EEXIST', 'ENOTDIR']);

function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inTheWay = 'code' in cause && IN_THE_WAY.has(String(cause.code));
  return inTheWay ? 'a file stands in its place or on the way to it' : cause.message;
}
