import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { PostgresError } from './error.ts';
import { exists } from './home.ts';

/** Where a cluster stands that was upgraded, until it takes the place of the one before. */
export const upgradedFolder = (folder: string): string => `${folder}-upgraded`;

/** Nothing to take, or a place that another process has filled meanwhile. */
const NOT_TAKEN = new Set(['ENOENT', 'ENOTEMPTY', 'EEXIST']);

/**
 * The last step of an upgrade, also of one whose process died before it. False where there is nothing to take.
 * @throws {PostgresError} where it cannot be taken: an empty database in its place would hide all that is stored
 */
export async function takeUpgraded(folder: string): Promise<boolean> {
  try {
    await rename(upgradedFolder(folder), folder);
    return true;
  } catch (cause) {
    if (NOT_TAKEN.has(String((cause as NodeJS.ErrnoException).code))) return false;
    throw notTaken(folder, cause);
  }
}

/**
 * An upgrade that was cut off before it moved the old cluster away leaves both. The old one was used since, so the
 * copy must never take its place later. Only the cluster's one bot may call this.
 * @throws {PostgresError} where the cluster was made after the copy, as an earlier version makes an empty one
 */
export async function setUpgradedAside(folder: string, log: Logger): Promise<void> {
  const upgraded = upgradedFolder(folder);
  if (!(await exists(upgraded))) return;
  if ((await madeAt(folder)) > (await madeAt(upgraded))) throw madeLater(folder);
  const aside = await freeName(`${upgraded}-unused`);
  await rename(upgraded, aside);
  log.warn({ aside }, 'an upgrade that was cut off left a copy of the database: it is not used');
}

/** `wanted`, or with a number behind it where that is taken. */
export async function freeName(wanted: string, count = 1): Promise<string> {
  const name = count === 1 ? wanted : `${wanted}-${count}`;
  return (await exists(name)) ? freeName(wanted, count + 1) : name;
}

/** In ms; a server never writes to this file after the cluster was made. */
async function madeAt(folder: string): Promise<number> {
  const found = await stat(join(folder, 'data/PG_VERSION')).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}

function notTaken(folder: string, cause: unknown): PostgresError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `The upgraded database in ${upgradedFolder(folder)} cannot be put in its place, ${folder}: ${reason}`;
  return new PostgresError('postgres-not-upgraded', message, { cause });
}

function madeLater(folder: string): PostgresError {
  const upgraded = upgradedFolder(folder);
  const message = [
    `An upgrade that was cut off left the database in ${upgraded}, and the one in ${folder} was made after it, perhaps empty.`,
    'Nothing was changed. Move one of them away, and start the bot again:',
    `- To use the upgraded one, with all that was stored before the upgrade: mv '${folder}' '${folder}-unused'`,
    `- To use the one that was made later: mv '${upgraded}' '${upgraded}-unused'`,
  ].join('\n');
  return new PostgresError('postgres-not-upgraded', message);
}
