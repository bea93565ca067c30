import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { nothingStored } from './error.ts';
import {
  type BackupHead,
  checksumLine,
  columnList,
  comment,
  copyStatement,
  END_OF_ROWS,
  FIRST_LINE,
  NEWLINE,
  quoteName,
  type RowCounts,
  setvalStatement,
  type TableColumns,
} from './format.ts';
import { withSession } from './session.ts';
import { appliedMigrations, sequenceValues, storedTables } from './stored-tables.ts';

/** Rows that are kept elsewhere than in a table of the bot's own schema, such as the jobs that wait. */
export interface OtherRows {
  /** How they are called in the backup. */
  readonly table: TableColumns;
  /** The relation that they stand in; where it is not there, they are not either. */
  readonly from: string;
  /** Selects them, with these columns. */
  readonly select: string;
}

/**
 * Writes all that the database holds to `out`, as it is at one instant, while the bot goes on. The stream is
 * ended with the backup, and destroyed where it fails.
 * @throws {BackupError} where there are no tables; the stream is left as it is
 */
export async function writeBackup(
  url: string,
  out: Writable,
  others: readonly OtherRows[],
): Promise<RowCounts> {
  return withSession(url, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    if (!(await exists(client, 'kysely_migration'))) throw nothingStored();
    const rows: Record<string, number> = {};
    const script = withChecksum(scriptOf(client, others, rows));
    await pipeline(Readable.from(script), createGzip(), out);
    await client.query('commit');
    return rows;
  });
}

/** Fills `rows` on the way. */
async function* scriptOf(
  client: Client,
  others: readonly OtherRows[],
  rows: Record<string, number>,
): AsyncGenerator<Buffer> {
  yield line(FIRST_LINE);
  yield line(comment(await headOf(client)));
  for (const table of await storedTables(client)) {
    const select = `select ${columnList(table)} from ${quoteName(table.name)}`;
    rows[table.name] = yield* rowsOf(client, table, select);
  }
  // A snapshot does not hold counters back: read after the rows, they are past all ids in them.
  for (const value of await sequenceValues(client)) yield line(`${setvalStatement(value)};`);
  // Last, since psql has no table for these: it takes them and what follows on the next line for a statement.
  for (const { table, from, select } of others) {
    if (await exists(client, from)) rows[table.name] = yield* rowsOf(client, table, select);
  }
  yield line(comment({ rows }));
}

async function headOf(client: Client): Promise<BackupHead> {
  const { rows } = await client.query<{ readonly now: Date; readonly version: string }>(
    `select now() as now, current_setting('server_version') as version`,
  );
  const [{ now, version } = { now: new Date(NaN), version: '' }] = rows;
  const migrations = await appliedMigrations(client);
  return { madeAt: now.toISOString(), postgres: version, migrations };
}

/** Returns how many there are. */
async function* rowsOf(
  client: Client,
  table: TableColumns,
  select: string,
): AsyncGenerator<Buffer, number> {
  yield line(`${copyStatement(table)};`);
  let count = 0;
  for await (const chunk of client.query(copyTo(`copy (${select}) to stdout`))) {
    const bytes = chunk as Buffer;
    count += newlinesIn(bytes);
    yield bytes;
  }
  yield line(END_OF_ROWS);
  return count;
}

async function exists(client: Client, relation: string): Promise<boolean> {
  const { rows } = await client.query<{ readonly found: boolean }>(
    'select to_regclass($1) is not null as found',
    [relation],
  );
  return rows[0]?.found === true;
}

async function* withChecksum(script: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const bytes of script) {
    hash.update(bytes);
    yield bytes;
  }
  yield line(checksumLine(hash.digest('hex')));
}

const line = (text: string): Buffer => Buffer.from(`${text}\n`);

function newlinesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
