import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { finished, pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { Localized } from '../../domain/language.ts';
import { unreadable } from '../read-file.ts';
import { told } from '../words/index.ts';

/** A deck's package holds a few files beside its media; a bomb holds millions. */
const MOST_ENTRIES = 50_000;

/** How many times its packed size a file may have: databases pack 5 to 20 times. */
const MOST_RATIO = 100;

/** What is wrong with an archive, for the person who brought it. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly why: Localized;

  constructor(why: Localized, options?: ErrorOptions) {
    super(why.en, options);
    this.why = why;
  }
}

interface Unpacking {
  readonly maxBytes: number;
  readonly to: string;
  /** Passes on what the file called `name` unpacks to, or throws as soon as it sees that nobody needs the rest. */
  readonly through: (chunks: AsyncIterable<Buffer>, name: string) => AsyncIterable<Buffer>;
}

/**
 * Unpacks the first of the `wanted` files that a zip archive holds, at most `maxBytes` long, to the path `to`;
 * returns its name, or undefined where the archive holds none. Every entry's path is checked: an archive with
 * one that leads out of it is refused whole, as is anything else that is broken.
 * @throws {ArchiveError}
 */
export async function unpackFromArchive(
  path: string,
  wanted: readonly string[],
  { maxBytes, to, through }: Unpacking,
): Promise<string | undefined> {
  const zip = await openArchive(path);
  try {
    const entries = await listEntries(zip);
    const name = wanted.find((candidate) => entries.has(candidate));
    const entry = name === undefined ? undefined : entries.get(name);
    if (name === undefined || entry === undefined) return undefined;
    checkSize(entry, maxBytes);
    // The library stops at the size that the entry states.
    await pipeline(
      await zip.openReadStreamPromise(entry),
      (chunks: AsyncIterable<Buffer>) => through(chunks, name),
      createWriteStream(to),
    );
    return name;
  } catch (error) {
    throw asArchiveError(error);
  } finally {
    zip.close();
  }
}

/**
 * Makes sure that an archive unpacks to no more than `maxBytes`, for a reader that takes its word for it:
 * each entry is unpacked once, as far as the size that it states.
 * @throws {ArchiveError}
 */
export async function checkArchive(path: string, maxBytes: number): Promise<void> {
  const zip = await openArchive(path);
  try {
    let left = maxBytes;
    for (const entry of (await listEntries(zip)).values()) {
      checkSize(entry, left);
      left -= entry.uncompressedSize;
      await finished((await zip.openReadStreamPromise(entry)).resume());
    }
  } catch (error) {
    throw asArchiveError(error);
  } finally {
    zip.close();
  }
}

async function openArchive(path: string): Promise<ZipFile> {
  // Opening a pipe would wait for its writer.
  const status = await stat(path).catch(() => undefined);
  if (status && !status.isFile()) throw new ArchiveError(told((words) => words.noFile));
  try {
    return await openPromise(path, { autoClose: false });
  } catch (error) {
    const isSystems = error instanceof Error && 'syscall' in error;
    if (isSystems) throw new ArchiveError(told((words) => words.unreadableFile(unreadable(error))));
    throw asArchiveError(error);
  }
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) {
    throw new ArchiveError(told((words) => words.tooManyFiles(MOST_ENTRIES)));
  }
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const { fileName } = entry;
    if (isLink(entry)) throw new ArchiveError(told((words) => words.holdsLink(fileName)));
    if (entries.has(fileName)) throw new ArchiveError(told((words) => words.holdsTwice(fileName)));
    entries.set(fileName, entry);
  }
  return entries;
}

/** Whether Unix, whose file modes stand in the upper half of the attributes, made it as a symbolic link. */
const isLink = ({ externalFileAttributes }: Entry): boolean =>
  ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;

function checkSize({ uncompressedSize, compressedSize }: Entry, maxBytes: number): void {
  if (uncompressedSize > maxBytes) {
    throw new ArchiveError(told((words) => words.bigContent(maxBytes)));
  }
  if (uncompressedSize > compressedSize * MOST_RATIO) {
    throw new ArchiveError(told((words) => words.bomb));
  }
}

function asArchiveError(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  const reason = error instanceof Error ? error.message : 'unknown reason';
  return new ArchiveError(
    told((words) => words.noArchive(reason)),
    { cause: error },
  );
}
