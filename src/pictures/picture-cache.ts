import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Pictures kept in a folder by key, so that each is painted once, whatever restarts. */
export interface PictureCache {
  /** `key` must be fit for a file's name. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Failing to keep a picture loses nothing but time, so it is not an error. */
  keep(key: string, png: Uint8Array): Promise<void>;
  /** Why there will be no picture of this key. */
  readRefusal(key: string): Promise<string | undefined>;
  keepRefusal(key: string, reason: string): Promise<void>;
}

export function createPictureCache(folder: string): PictureCache {
  const pictureOf = (key: string): string => join(folder, `${key}.png`);
  const refusalOf = (key: string): string => join(folder, `${key}.refused`);
  return {
    async read(key) {
      const png = await readFile(pictureOf(key)).catch(() => undefined);
      return png?.includes(PNG_END) ? png : undefined;
    },
    keep: (key, png) => writeWhole(pictureOf(key), png),
    async readRefusal(key) {
      const reason = await readFile(refusalOf(key), 'utf8').catch(() => '');
      return reason === '' ? undefined : reason;
    },
    keepRefusal: (key, reason) => writeWhole(refusalOf(key), reason),
  };
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
