import { told } from '../words/index.ts';
import { ArchiveError } from './archive.ts';
import { fillSchema, findSchema, isWithout, type Schema } from './sqlite-schema.ts';

const MAGIC = Buffer.from('SQLite format 3\0');

/** Where the header states things: https://sqlite.org/fileformat.html */
const HEADER = { pageSize: 16, changes: 24, pages: 28, sizedAt: 92, bytes: 100 } as const;

/** Bytes of the smallest page. */
const SMALLEST_PAGE = 512;

/** The column of Anki's notes that hardly another program has. */
const FIELDS = 'flds';

/**
 * Passes on an unpacked collection. Another program's database ends as soon as the last page that names its tables
 * has come by: unpacked whole and given to a process of its own, it would cost a second and hundreds of megabytes to
 * refuse. A database that is shorter than it says is told as cut off, since what decompresses ends without an error
 * where a frame is incomplete.
 * @throws {ArchiveError}
 */
export async function* onlyAnki(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  let schema: Schema | undefined;
  let [passed, size] = [0, 0];
  for await (const chunk of chunks) {
    let piece = chunk;
    if (start !== undefined) {
      start = Buffer.concat([start, chunk]);
      if (start.length < neededOf(start)) continue;
      if (!isMagic(start)) throw broken();
      size = statedSizeOf(start);
      schema = findSchema(start.subarray(0, pageSizeOf(start)));
      piece = start;
      start = undefined;
    }
    schema &&= requireNotes(schema, piece, passed);
    passed += piece.length;
    yield piece;
  }
  if (start !== undefined && !isMagic(start)) throw broken();
  if (start !== undefined || passed < size) throw new ArchiveError(told((words) => words.cutOff));
}

/** The schema until it is whole and known as Anki's. */
function requireNotes(schema: Schema, piece: Buffer, at: number): Schema | undefined {
  fillSchema(schema, piece, at);
  if (at + piece.length < schema.end) return schema;
  if (isWithout(schema, FIELDS)) throw new ArchiveError(told((words) => words.otherDatabase));
  return undefined;
}

/** Whether it begins as a database, as far as it goes. */
const isMagic = (start: Buffer): boolean =>
  start.subarray(0, MAGIC.length).equals(MAGIC.subarray(0, start.length));

/** Bytes of the whole database; 0 where the program that wrote it last did not keep that up to date. */
function statedSizeOf(start: Buffer): number {
  const isCurrent = start.readUInt32BE(HEADER.changes) === start.readUInt32BE(HEADER.sizedAt);
  return isCurrent ? start.readUInt32BE(HEADER.pages) * pageSizeOf(start) : 0;
}

/** Bytes of a page; 1 stands for the size that two bytes cannot hold. */
function pageSizeOf(start: Buffer): number {
  const stated = start.readUInt16BE(HEADER.pageSize);
  return stated === 1 ? 65_536 : stated;
}

const neededOf = (start: Buffer): number =>
  start.length < HEADER.bytes ? HEADER.bytes : Math.max(SMALLEST_PAGE, pageSizeOf(start));

const broken = (): ArchiveError => new ArchiveError(told((words) => words.brokenCollection));
