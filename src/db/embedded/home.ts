import { mkdir, mkdtemp, realpath } from 'node:fs/promises';
import { PostgresError } from './error.ts';

/** The home's folder by its real path, made on first use. */
export async function makeHome(home: string): Promise<string> {
  try {
    await mkdir(home, { recursive: true });
    return await realpath(home);
  } catch (cause) {
    throw unusable(home, cause);
  }
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
