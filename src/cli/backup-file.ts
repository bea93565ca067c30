import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { OperatorError } from '../features/shared/cli/output.ts';

/**
 * Writes a new file that gets its name once it is whole and on the disk, so that nobody takes a part for it.
 * Only its owner may read it. A file that is there already is left alone.
 * @throws {OperatorError}
 */
export async function writeNewFile<T>(
  file: string,
  write: (out: Writable) => Promise<T>,
): Promise<T> {
  const unfinished = `${file}.${randomUUID().slice(0, 8)}.part`;
  try {
    const out = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true });
    const written = await write(out);
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
