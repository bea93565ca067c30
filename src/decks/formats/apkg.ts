import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { readCollection, SlowCollectionError } from './anki-collection.ts';
import { type AnkiNote, cardsOf } from './anki-note.ts';
import { ArchiveError, readFromArchive } from './archive.ts';
import { readCards } from './cards.ts';
import { type Reading, refused } from './reading.ts';

/** Newest first: beside a newer one, the older collections hold only a note that asks to update Anki. */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'];

/** Bytes of an unpacked collection: some hundred thousand notes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Reads a package that Anki exported, of any version; its pictures, sounds and schedule are left out. */
export async function readApkg(path: string): Promise<Reading> {
  try {
    const found = await readFromArchive(path, COLLECTIONS, MOST_BYTES);
    if (found === undefined) return refused('it holds no Anki collection');
    const notes = await readCollection(await unpacked(found.name, found.bytes));
    return readingOf(notes);
  } catch (error) {
    const isTold = error instanceof ArchiveError || error instanceof SlowCollectionError;
    return refused(isTold ? error.message : 'its collection cannot be read');
  }
}

function readingOf(notes: readonly AnkiNote[]): Reading {
  const { cards, skipped } = cardsOf(notes);
  const reading = readCards(cards);
  return { ...reading, skipped: [...skipped, ...reading.skipped] };
}

async function unpacked(name: string, bytes: Buffer): Promise<Uint8Array> {
  if (!name.endsWith('b')) return bytes;
  return await promisify(zstdDecompress)(bytes, { maxOutputLength: MOST_BYTES });
}
