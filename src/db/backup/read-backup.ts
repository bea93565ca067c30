import { createHash } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { BackupError, damaged } from './error.ts';
import {
  type BackupHead,
  checksumLine,
  END_OF_ROWS,
  FIRST_LINE,
  LATER_FIRST_LINE,
  NEWLINE,
  readCopy,
  readSetval,
  type RowCounts,
  type SequenceValue,
  type TableColumns,
} from './format.ts';

/** What a backup holds, in the order in which it was written. */
export type BackupPart =
  /** `lines` have to be taken to their end before the next part. */
  | { readonly type: 'rows'; readonly table: TableColumns; readonly lines: AsyncIterable<Buffer> }
  | { readonly type: 'sequence'; readonly sequence: SequenceValue };

export interface Backup {
  readonly head: BackupHead;
  /** Ends only where the checksum fits, with the number of rows that each table had. */
  readonly parts: AsyncGenerator<BackupPart, RowCounts>;
}

/**
 * Reads a backup from first to last.
 * @throws {BackupError} from here, and from the parts
 */
export async function readBackup(file: Readable): Promise<Backup> {
  const lines = createLines(unpacked(file));
  const first = await lines.text().catch(() => Promise.reject(foreign()));
  if (first !== FIRST_LINE) throw LATER_FIRST_LINE.test(first) ? later() : foreign();
  const head = readComment(await lines.text(), headSchema);
  return { head, parts: partsOf(lines) };
}

async function* partsOf(lines: Lines): AsyncGenerator<BackupPart, RowCounts> {
  for (;;) {
    const text = await lines.text();
    const table = readCopy(text);
    const sequence = readSetval(text);
    if (table) yield { type: 'rows', table, lines: rowsOf(lines) };
    else if (sequence) yield { type: 'sequence', sequence };
    else return endOf(lines, text);
  }
}

async function* rowsOf(lines: Lines): AsyncGenerator<Buffer> {
  for (let row = await lines.next(); !row.equals(LAST_ROW); row = await lines.next()) yield row;
}

const LAST_ROW = Buffer.from(`${END_OF_ROWS}\n`);

async function endOf(lines: Lines, text: string): Promise<RowCounts> {
  const { rows } = readComment(text, endSchema);
  const expected = checksumLine(lines.checksum());
  if ((await lines.text()) !== expected) throw damaged('its checksum does not fit');
  return rows;
}

const headSchema: z.ZodType<BackupHead> = z.object({
  madeAt: z.iso.datetime({ offset: true }),
  postgres: z.string(),
  migrations: z.array(z.string()),
});

const endSchema = z.object({ rows: z.record(z.string(), z.number()) });

function readComment<T>(line: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(line.slice('-- '.length)));
  } catch (cause) {
    throw damaged('a line of it cannot be read', { cause });
  }
}

const foreign = (): BackupError =>
  new BackupError(
    'backup-foreign',
    'This file is no backup of Whetstone. Name one that the command "backup" has made.',
  );

const later = (): BackupError =>
  new BackupError(
    'backup-newer',
    'A later version of Whetstone made this backup, in a format that this version cannot read. ' +
      'Nothing was stored. Restore it with that version, or a later one.',
  );

interface Lines {
  /** The next line with its newline. */
  next(): Promise<Buffer>;
  /** The same as text, without the newline. */
  text(): Promise<string>;
  /** Of all lines so far. */
  checksum(): string;
}

function createLines(source: AsyncIterable<Buffer>): Lines {
  const all = linesOf(source);
  const hash = createHash('sha256');
  const next = async (): Promise<Buffer> => {
    const { value } = await all.next();
    if (value?.at(-1) !== NEWLINE) throw damaged('it ends too early');
    hash.update(value);
    return value;
  };
  return {
    next,
    text: async () => (await next()).toString().slice(0, -1),
    checksum: () => hash.copy().digest('hex'),
  };
}

/** Node's own reader of lines would also cut at other characters than the newline. */
async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, undefined> {
  let begun: Buffer[] = [];
  for await (const chunk of source) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, at + 1)]);
      begun = [];
      from = at + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
  yield* begun.length > 0 ? [Buffer.concat(begun)] : [];
  return undefined;
}

async function* unpacked(file: Readable): AsyncGenerator<Buffer> {
  // Unlike a bare pipe it also ends where the file was destroyed before or without an error.
  const unpacker = pipeline(file, createGunzip(), () => undefined);
  try {
    for await (const chunk of unpacker) yield chunk as Buffer;
  } catch (cause) {
    throw isUnpacking(cause) ? damaged('it cannot be unpacked to its end', { cause }) : cause;
  } finally {
    file.destroy();
  }
}

/** The codes of zlib's own errors: `Z_DATA_ERROR`, `Z_BUF_ERROR` and the like. */
const isUnpacking = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
