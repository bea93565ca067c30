import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrateWithin, migrationNames } from '../migrate.ts';
import { BackupError, damaged } from './error.ts';
import {
  copyStatement,
  quoteName,
  type RowCounts,
  setvalStatement,
  type TableColumns,
} from './format.ts';
import { type BackupPart, readBackup } from './read-backup.ts';
import { withSession } from './session.ts';
import { firstTableWithRows, storedTables } from './stored-tables.ts';

/** Puts rows where they belong that are kept elsewhere than in the bot's own tables. */
export interface OtherStore {
  /** Their name in the backup. */
  readonly name: string;
  /** They stand in a temporary table of that name, all columns as text. */
  readonly store: (client: Client) => Promise<void>;
}

export interface Restored {
  readonly rows: RowCounts;
  /** When the backup was made, as an ISO instant. */
  readonly madeAt: string;
  /** What the data went through since, the oldest first. */
  readonly migrated: readonly string[];
}

/**
 * Stores what a backup holds in an empty database: all of it or nothing. The tables are first brought to where
 * they were when the backup was made, and with the data in them to the newest schema. It is one transaction, so
 * that a process which dies on the way leaves nothing behind.
 * @throws {BackupError}
 */
export async function restoreBackup(
  url: string,
  file: Readable,
  others: readonly OtherStore[],
): Promise<Restored> {
  const { head, parts } = await readBackup(file);
  const newest = await newestKnown(head.migrations);
  return withSession(url, async (client) => {
    await client.query('begin');
    await client.query(ONE_AT_A_TIME);
    await requireEmpty(client);
    await migrateWithin(client, newest);
    const rows = await storeParts(client, parts, others);
    const migrated = await migrateWithin(client);
    await client.query('commit');
    return { rows, madeAt: head.madeAt, migrated };
  });
}

/** The second of two that restore side by side finds what the first has stored. */
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('whetstone restores a backup', 0))`;

async function newestKnown(migrations: readonly string[]): Promise<string> {
  const newest = migrations.at(-1);
  if (newest === undefined) throw damaged('it names no migration');
  const known = await migrationNames();
  const unknown = migrations.filter((name) => !known.includes(name));
  if (unknown.length === 0) return newest;
  throw new BackupError(
    'backup-newer',
    `A later version of Whetstone made this backup (it knows ${unknown.join(', ')}). ` +
      'Nothing was stored. Restore it with that version, or a later one.',
  );
}

async function requireEmpty(client: Client): Promise<void> {
  const taken = await firstTableWithRows(client, await storedTables(client));
  if (taken === undefined) return;
  throw new BackupError(
    'database-not-empty',
    `The database is not empty: there are rows in "${taken}". Nothing was stored.`,
  );
}

async function storeParts(
  client: Client,
  parts: AsyncGenerator<BackupPart, RowCounts>,
  others: readonly OtherStore[],
): Promise<RowCounts> {
  const stored: Record<string, number> = {};
  for (;;) {
    const { value, done } = await parts.next();
    if (done) return requireAll(stored, value);
    if (value.type === 'sequence') await client.query(setvalStatement(value.sequence));
    else stored[value.table.name] = await storeRows(client, value, others);
  }
}

/** Returns how many there were. */
async function storeRows(
  client: Client,
  { table, lines }: Extract<BackupPart, { readonly type: 'rows' }>,
  others: readonly OtherStore[],
): Promise<number> {
  const other = others.find((one) => one.name === table.name);
  if (other) await client.query(temporaryTable(table));
  const copy = client.query(copyFrom(copyStatement(table)));
  await pipeline(Readable.from(lines), copy);
  if (other) await other.store(client);
  return copy.rowCount;
}

/** Everything can be read from text where it is stored. */
const temporaryTable = ({ name, columns }: TableColumns): string =>
  `create temporary table ${quoteName(name)} (${columns.map((one) => `${quoteName(one)} text`).join(', ')}) on commit drop`;

function requireAll(stored: RowCounts, written: RowCounts): RowCounts {
  const missing = Object.keys(written).find((name) => stored[name] !== written[name]);
  if (missing === undefined) return stored;
  throw damaged(`"${missing}" has ${stored[missing] ?? 0} of ${written[missing]} rows`);
}
