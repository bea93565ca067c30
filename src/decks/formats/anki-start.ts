import { told } from '../words/index.ts';
import { ArchiveError } from './archive.ts';

const MAGIC = Buffer.from('SQLite format 3\0');

/** Where the header states things, and where the first page's own header begins: https://sqlite.org/fileformat.html */
const HEADER = {
  pageSize: 16,
  changes: 24,
  pages: 28,
  encoding: 56,
  sizedAt: 92,
  bytes: 100,
} as const;
const UTF_8 = 1;
const LEAF = 0x0d;

/**
 * Passes on an unpacked collection. Another program's database ends at its first page, where its tables are named:
 * unpacked whole and given to a process of its own, it would cost a second and hundreds of megabytes to refuse.
 * A schema that takes more than one page is left to SQLite. One that is shorter than it says is told as cut off,
 * since what decompresses ends without an error where a frame is incomplete.
 * @throws {ArchiveError}
 */
export async function* onlyAnki(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  let missing = 0;
  for await (const chunk of chunks) {
    missing -= chunk.length;
    start &&= Buffer.concat([start, chunk]);
    if (start === undefined) yield chunk;
    else if (start.length >= neededOf(start)) {
      requireNotes(start);
      missing = statedSizeOf(start) - start.length;
      yield start;
      start = undefined;
    }
  }
  if (start !== undefined && !isMagic(start)) throw broken();
  if (start !== undefined || missing > 0) throw new ArchiveError(told((words) => words.cutOff));
}

/** Whether it begins as a database, as far as it goes. */
const isMagic = (start: Buffer): boolean =>
  start.subarray(0, MAGIC.length).equals(MAGIC.subarray(0, start.length));

/** Bytes of the whole database; 0 where the program that wrote it last did not keep that up to date. */
function statedSizeOf(start: Buffer): number {
  const isCurrent = start.readUInt32BE(HEADER.changes) === start.readUInt32BE(HEADER.sizedAt);
  return isCurrent ? start.readUInt32BE(HEADER.pages) * pageSizeOf(start) : 0;
}

/** Bytes of the first page; 1 stands for the size that two bytes cannot hold. */
function pageSizeOf(start: Buffer): number {
  const stated = start.readUInt16BE(HEADER.pageSize);
  return stated === 1 ? 65_536 : stated;
}

const neededOf = (start: Buffer): number =>
  start.length < HEADER.bytes ? HEADER.bytes : Math.max(HEADER.bytes + 1, pageSizeOf(start));

function requireNotes(start: Buffer): void {
  if (!isMagic(start)) throw broken();
  const isWhole = start[HEADER.bytes] === LEAF && start.readUInt32BE(HEADER.encoding) === UTF_8;
  const page = start.subarray(0, pageSizeOf(start));
  if (isWhole && !page.toString('latin1').toLowerCase().includes('notes')) {
    throw new ArchiveError(told((words) => words.otherDatabase));
  }
}

const broken = (): ArchiveError => new ArchiveError(told((words) => words.brokenCollection));
