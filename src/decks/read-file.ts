import { constants } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';

/** Without O_NONBLOCK, opening a pipe would wait for its writer. */
const READ = constants.O_RDONLY | constants.O_NONBLOCK;

export interface Unreadable {
  readonly ok: false;
  readonly problem: string;
  readonly fix: string;
  /** Of one that is too large, in bytes. */
  readonly size?: { readonly bytes: number; readonly most: number };
}

export type FileText = { readonly ok: true; readonly text: string } | Unreadable;

/** A small UTF-8 text file. Devices, pipes and what is larger than `maxBytes` are not read. */
export async function readTextFile(path: string, maxBytes: number): Promise<FileText> {
  const bytes = await readBytes(path, maxBytes);
  return bytes.ok ? decode(bytes.bytes) : bytes;
}

type FileBytes = { readonly ok: true; readonly bytes: Buffer } | Unreadable;

/** Like {@link readTextFile}, undecoded. */
export async function readBytes(path: string, maxBytes: number): Promise<FileBytes> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, READ);
    const status = await file.stat();
    if (!status.isFile()) return { ok: false, problem: 'is not a file', fix: 'name a file' };
    if (status.size > maxBytes) return tooLarge(status.size, maxBytes);
    return { ok: true, bytes: await file.readFile() };
  } catch (error) {
    return unreadable(error);
  } finally {
    await file?.close();
  }
}

function decode(bytes: Buffer): FileText {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, problem: 'is not UTF-8 text', fix: 'save it as UTF-8' };
  }
}

function tooLarge(bytes: number, maxBytes: number): Unreadable {
  const problem = `is too large: ${bytes} bytes`;
  const size = { bytes, most: maxBytes };
  return { ok: false, problem, fix: `keep it to ${maxBytes} bytes`, size };
}

/** The names in a folder; one that is not there holds none. */
export async function listFolder(
  path: string,
): Promise<{ readonly ok: true; readonly names: readonly string[] } | Unreadable> {
  try {
    return { ok: true, names: await readdir(path) };
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? { ok: true, names: [] } : unreadable(error);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/** Why what the system refuses to open cannot be read. */
export function unreadable(error: unknown): Unreadable {
  const code = codeOf(error);
  return code === 'ENOENT'
    ? { ok: false, problem: 'does not exist', fix: 'create it, or mend the path' }
    : { ok: false, problem: `cannot be read (${code})`, fix: 'check the path and its permissions' };
}
