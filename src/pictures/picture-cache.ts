import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Pictures kept in a folder by key, so that each is painted once, whatever restarts. Where there are too
 * many, those go that were used least recently; one that is asked for again is painted again.
 */
export interface PictureCache {
  /** `key` must be fit for a file's name. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Failing to keep a picture loses nothing but time, so it is not an error. */
  keep(key: string, png: Uint8Array): Promise<void>;
  /** Why there will be no picture of this key. */
  readRefusal(key: string): Promise<string | undefined>;
  keepRefusal(key: string, reason: string): Promise<void>;
}

/** Pictures and refusals together; a picture takes some tens of kilobytes. */
const MOST_FILES = 2_000;

/** What stays when room is made is well below the limit, so that room is not made again at every picture. */
const SHARE_LEFT = 0.9;

export function createPictureCache(folder: string, mostFiles = MOST_FILES): PictureCache {
  const pictureOf = (key: string): string => join(folder, `${key}.png`);
  const refusalOf = (key: string): string => join(folder, `${key}.refused`);
  const keep = async (file: string, content: Uint8Array | string): Promise<void> => {
    await writeWhole(file, content);
    await makeRoom(folder, mostFiles);
  };
  return {
    async read(key) {
      const png = await readUsed(pictureOf(key));
      return png?.includes(PNG_END) ? png : undefined;
    },
    keep: (key, png) => keep(pictureOf(key), png),
    async readRefusal(key) {
      const reason = await readUsed(refusalOf(key));
      return reason?.toString() || undefined;
    },
    keepRefusal: (key, reason) => keep(refusalOf(key), reason),
  };
}

/** The file's content; the file's time says from then on that it was used now. */
async function readUsed(file: string): Promise<Buffer | undefined> {
  const content = await readFile(file).catch(() => undefined);
  const now = new Date();
  if (content) await utimes(file, now, now).catch(() => undefined);
  return content;
}

/** Deletes the files that were used least recently, where there are more than `mostFiles`. */
async function makeRoom(folder: string, mostFiles: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length <= mostFiles) return;
  const files = await Promise.all(names.map((name) => usedAt(join(folder, name))));
  const oldestFirst = files.sort((one, other) => one.at - other.at);
  const surplus = oldestFirst.slice(0, names.length - Math.floor(mostFiles * SHARE_LEFT));
  await Promise.all(surplus.map(({ file }) => rm(file, { force: true }).catch(() => undefined)));
}

/** Another process may have deleted the file meanwhile. */
async function usedAt(file: string): Promise<{ readonly file: string; readonly at: number }> {
  const found = await stat(file).catch(() => undefined);
  return { file, at: found?.mtimeMs ?? 0 };
}

async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${file}.${randomUUID()}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(temporary, content);
    await rename(temporary, file);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** The last chunk of every whole PNG: a file cut short by a full disk or a power failure lacks it. */
const PNG_END = Buffer.from('IEND');
