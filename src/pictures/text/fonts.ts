import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FontFile, readFontFile } from './font-file.ts';
import { unpackWoff } from './woff.ts';

/** A font by the name under which the renderer finds it. */
export interface Face {
  readonly family: string;
  readonly font: FontFile;
  /** Its letters are drawn of this many squares in height, and are sharp at multiples of that. */
  readonly squares?: number;
}

/**
 * The fonts of pictures; none of the machine's. DejaVu Sans is pleasant to read and shapes Latin, Cyrillic,
 * Greek, Hebrew and Arabic. What it has not, such as Chinese, Japanese, Korean, Thai and most emoji, is drawn
 * by Unifont, which is made of squares and has nearly all of Unicode.
 */
export interface Fonts {
  readonly regular: Face;
  readonly bold: Face;
  /** Left out where it could not be unpacked. */
  readonly rest?: Face;
  /** What the renderer has to read. */
  readonly files: readonly string[];
}

const DEJAVU = 'DejaVu Sans';
const UNIFONT = 'UnifontExMono';

const located = (file: string): string => fileURLToPath(import.meta.resolve(file));

/** Unpacked fonts are kept under this name; another version of the package needs another. */
const UNPACKED = 'unifontex-5.2.6.ttf';

/** @param folder Where a font that has to be unpacked is kept; made where there is none. */
export async function openFonts(folder: string): Promise<Fonts> {
  const regular = located('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
  const bold = located('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');
  const rest = await unpacked(folder).catch(() => undefined);
  const face = async (family: string, file: string): Promise<Face> => ({
    family,
    font: readFontFile(await readFile(file)),
  });
  return {
    regular: await face(DEJAVU, regular),
    bold: await face(DEJAVU, bold),
    ...(rest !== undefined && { rest: { ...(await face(UNIFONT, rest)), squares: 16 } }),
    files: [regular, bold, ...(rest === undefined ? [] : [rest])],
  };
}

/** The renderer reads no packed fonts, so this one is unpacked once. */
async function unpacked(folder: string): Promise<string> {
  const file = path.join(folder, UNPACKED);
  if (await isThere(file)) return file;
  const packed = located('@fontsource/unifontex/files/unifontex-latin-400-normal.woff');
  const temporary = `${file}.${randomUUID()}`;
  await mkdir(folder, { recursive: true });
  await writeFile(temporary, unpackWoff(await readFile(packed)));
  await rename(temporary, file);
  return file;
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.size > 0,
    () => false,
  );
