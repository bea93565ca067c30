import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { constants, createZstdDecompress } from 'node:zlib';
import type { Localized } from '../../domain/language.ts';
import { withScratchFolder } from '../scratch-folder.ts';
import { told } from '../words/index.ts';
import { readCollection } from './anki-collection.ts';
import { readNotes } from './anki-note.ts';
import { onlyAnki } from './anki-start.ts';
import { ArchiveError, unpackFromArchive } from './archive.ts';
import type { CardOptions } from './cards.ts';
import { SlowFileError } from './limited-worker.ts';
import { type FileReading, refused } from './reading.ts';
import { beyondMost } from './take.ts';

const PREFIX = 'whetstone-anki-';

/** Newest first: beside a newer one, the older collections hold only a note that asks to update Anki. */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'];

/** Bytes of an unpacked collection, as a power of two: some hundred thousand notes. */
const MOST_BYTES_LOG = 26;
const MOST_BYTES = 2 ** MOST_BYTES_LOG;

/** The disk is full, or the user's share of it. */
const NO_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/** Reads a package that Anki exported, of any version; its pictures, sounds and schedule are left out. */
export async function readApkg(path: string, options: CardOptions): Promise<FileReading> {
  try {
    return await withScratchFolder(PREFIX, async (folder) => {
      const collection = join(folder, 'collection');
      const limits = { maxBytes: MOST_BYTES, to: collection, through: toCollection };
      const name = await unpackFromArchive(path, COLLECTIONS, limits);
      if (name === undefined) return refused(told((words) => words.noCollection));
      const { notes, count } = await readCollection(collection);
      const reading = readNotes(notes, options);
      return { ...reading, skipped: [...reading.skipped, ...beyondMost(count)] };
    });
  } catch (error) {
    return refused(reasonOf(error));
  }
}

function reasonOf(error: unknown): Localized {
  const cause = error instanceof ArchiveError ? error.cause : error;
  const { code = '', syscall, path = '' } = (cause ?? {}) as NodeJS.ErrnoException;
  const folder = tmpdir();
  if (NO_ROOM.has(code)) return told((words) => words.noRoom(folder));
  const isOurs = syscall === 'mkdtemp' || path.startsWith(join(folder, PREFIX));
  if (isOurs) return told((words) => words.noTemporaryFolder(folder, code));
  // What decompresses ends the reading of the archive with its own error.
  if (code.startsWith('ZSTD_')) return told((words) => words.brokenCollection);
  const isTold = error instanceof ArchiveError || error instanceof SlowFileError;
  return isTold ? error.why : told((words) => words.brokenCollection);
}

/** Everything is one stream, so that no more is unpacked of what is refused than it takes to say so. */
const toCollection = (chunks: AsyncIterable<Buffer>, name: string): AsyncIterable<Buffer> =>
  onlyAnki(name.endsWith('b') ? atMost(MOST_BYTES, decompress(chunks)) : chunks);

function decompress(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const params = { [constants.ZSTD_d_windowLogMax]: MOST_BYTES_LOG };
  // Whoever reads the result is thrown what goes wrong.
  return pipeline(chunks, createZstdDecompress({ params }), () => undefined);
}

/** Passes on what it gets, and throws where that is more. */
async function* atMost(bytes: number, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const chunk of chunks) {
    left -= chunk.length;
    if (left < 0) throw new ArchiveError(told((words) => words.bigContent(bytes)));
    yield chunk;
  }
}
