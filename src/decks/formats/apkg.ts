import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdDecompress } from 'node:zlib';
import { told } from '../words/index.ts';
import { readCollection } from './anki-collection.ts';
import { readNotes } from './anki-note.ts';
import { onlyAnki } from './anki-start.ts';
import { ArchiveError, unpackFromArchive } from './archive.ts';
import type { CardOptions } from './cards.ts';
import { SlowFileError } from './limited-worker.ts';
import { type FileReading, refused } from './reading.ts';

/** Newest first: beside a newer one, the older collections hold only a note that asks to update Anki. */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'];

/** Bytes of an unpacked collection, as a power of two: some hundred thousand notes. */
const MOST_BYTES_LOG = 26;
const MOST_BYTES = 2 ** MOST_BYTES_LOG;

/** Reads a package that Anki exported, of any version; its pictures, sounds and schedule are left out. */
export async function readApkg(path: string, options: CardOptions): Promise<FileReading> {
  const folder = await mkdtemp(join(tmpdir(), 'whetstone-anki-'));
  try {
    const packed = join(folder, 'packed');
    const limits = { maxBytes: MOST_BYTES, to: packed, through: unlessCompressed };
    const name = await unpackFromArchive(path, COLLECTIONS, limits);
    if (name === undefined) return refused(told((words) => words.noCollection));
    const collection = isCompressed(name) ? await decompress(packed) : packed;
    return readNotes(await readCollection(collection), options);
  } catch (error) {
    const isTold = error instanceof ArchiveError || error instanceof SlowFileError;
    return refused(isTold ? error.why : told((words) => words.brokenCollection));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const isCompressed = (name: string): boolean => name.endsWith('b');

const unlessCompressed = (chunks: AsyncIterable<Buffer>, name: string): AsyncIterable<Buffer> =>
  isCompressed(name) ? chunks : onlyAnki(chunks);

async function decompress(packed: string): Promise<string> {
  const path = `${packed}.sqlite`;
  const params = { [constants.ZSTD_d_windowLogMax]: MOST_BYTES_LOG };
  await pipeline(
    createReadStream(packed),
    createZstdDecompress({ params }),
    onlyAnki,
    atMost(MOST_BYTES),
    createWriteStream(path),
  );
  return path;
}

/** Passes on what it gets, and throws where that is more. */
const atMost = (bytes: number) =>
  async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let left = bytes;
    for await (const chunk of chunks) {
      left -= chunk.length;
      if (left < 0) throw new Error('its content is too large');
      yield chunk;
    }
  };
