import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { OperatorError } from '../features/shared/cli/output.ts';

interface Written<T> {
  readonly written: T;
  /** The uppermost folder that was made for it; undefined where all were there. */
  readonly madeFolder: string | undefined;
}

/**
 * Writes a new file that gets its name once it is whole and on the disk, so that nobody takes a part for it.
 * Only its owner may read it. Its folder is made where there is none. A file that is there already is left alone.
 * @throws {OperatorError}
 */
export async function writeNewFile<T>(
  file: string,
  write: (out: Writable) => Promise<T>,
): Promise<Written<T>> {
  const unfinished = `${file}.${randomUUID().slice(0, 8)}.part`;
  try {
    const madeFolder = await mkdir(dirname(file), { recursive: true });
    // Opened before anything is read, so that a place that cannot be written to is told of.
    const handle = await open(unfinished, 'wx', 0o600);
    const out = handle.createWriteStream({ flush: true });
    const written = await write(out).finally(() => out.destroy());
    await link(unfinished, file);
    return { written, madeFolder };
  } catch (error) {
    throw explained(error as NodeJS.ErrnoException, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** What the system says of a full disk or a broken connection names no file. */
function explained(cause: NodeJS.ErrnoException, file: string): Error {
  const { code, syscall, path, message } = cause;
  if (code === 'EEXIST' && syscall === 'link') {
    return new OperatorError(`${file} exists already, and was left as it is. Name a new file.`, {
      cause,
    });
  }
  if (syscall === undefined || path !== undefined) return cause;
  return new OperatorError(`${file} was not written. ${message}`, { cause });
}
