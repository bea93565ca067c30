import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Pictures kept in a folder by key, so that each is painted once, whatever restarts. */
export interface PictureCache {
  /** `key` must be fit for a file's name. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Failing to keep a picture loses nothing but time, so it is not an error. */
  keep(key: string, png: Uint8Array): Promise<void>;
}

export function createPictureCache(folder: string): PictureCache {
  const fileOf = (key: string): string => join(folder, `${key}.png`);
  return {
    async read(key) {
      const png = await readFile(fileOf(key)).catch(() => undefined);
      return png?.includes(PNG_END) ? png : undefined;
    },
    async keep(key, png) {
      const temporary = `${fileOf(key)}.${randomUUID()}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, png);
        await rename(temporary, fileOf(key));
      } catch {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}

/** The last chunk of every whole PNG: a file cut short by a full disk or a power failure lacks it. */
const PNG_END = Buffer.from('IEND');
