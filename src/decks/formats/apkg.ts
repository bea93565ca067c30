import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { told } from '../words/index.ts';
import { readCollection } from './anki-collection.ts';
import { readNotes } from './anki-note.ts';
import { ArchiveError, readFromArchive } from './archive.ts';
import type { CardOptions } from './cards.ts';
import { SlowFileError } from './limited-worker.ts';
import { type FileReading, refused } from './reading.ts';

/** Newest first: beside a newer one, the older collections hold only a note that asks to update Anki. */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'];

/** Bytes of an unpacked collection: some hundred thousand notes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Reads a package that Anki exported, of any version; its pictures, sounds and schedule are left out. */
export async function readApkg(path: string, options: CardOptions): Promise<FileReading> {
  try {
    const found = await readFromArchive(path, COLLECTIONS, MOST_BYTES);
    if (found === undefined) return refused(told((words) => words.noCollection));
    const notes = await readCollection(await unpacked(found.name, found.bytes));
    return readNotes(notes, options);
  } catch (error) {
    const isTold = error instanceof ArchiveError || error instanceof SlowFileError;
    return refused(isTold ? error.why : told((words) => words.brokenCollection));
  }
}

async function unpacked(name: string, bytes: Buffer): Promise<Uint8Array> {
  if (!name.endsWith('b')) return bytes;
  return await promisify(zstdDecompress)(bytes, { maxOutputLength: MOST_BYTES });
}
