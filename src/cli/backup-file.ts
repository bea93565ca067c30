import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { OperatorError } from '../features/shared/cli/output.ts';

/**
 * Writes a new file that gets its name once it is whole and on the disk, so that nobody takes a part for it.
 * Only its owner may read it. Its folder is made where there is none. A file that is there already is left alone.
 * @throws {OperatorError}
 */
export async function writeNewFile<T>(
  file: string,
  write: (out: Writable) => Promise<T>,
): Promise<T> {
  const unfinished = `${file}.${randomUUID().slice(0, 8)}.part`;
  try {
    await mkdir(dirname(file), { recursive: true });
    // Opened before anything is read, so that a place that cannot be written to is told of.
    const handle = await open(unfinished, 'wx', 0o600);
    const out = handle.createWriteStream({ flush: true });
    const written = await write(out).finally(() => out.destroy());
    await link(unfinished, file).catch((cause: NodeJS.ErrnoException) => {
      throw cause.code === 'EEXIST' ? taken(file, cause) : cause;
    });
    return written;
  } finally {
    await rm(unfinished, { force: true });
  }
}

const taken = (file: string, cause: unknown): Error =>
  new OperatorError(`${file} exists already, and was left as it is. Name a new file.`, { cause });
