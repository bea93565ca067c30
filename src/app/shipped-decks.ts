import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { deckFolders } from '../decks/deck-folders.ts';
import type { Context } from '../delivery/context.ts';
import { DEFAULT_DECK } from '../domain/track-plan.ts';
import { loadedFromFiles, noteDeckFiles } from '../features/decks/deck-files.ts';
import type { FormulaPainter } from '../pictures/formula.ts';

/** Decks that come with the program, one folder each. */
export const SHIPPED_DECKS = path.join(import.meta.dirname, '../../data');

/**
 * Loads the decks under `data/` whose files are not those that were loaded last. Reading all the files and
 * laying out their cards takes longer than the rest of a start, and from one start to the next they seldom
 * change.
 */
export async function loadShippedDecks(
  context: Pick<Context, 'db' | 'clock' | 'log'>,
  formulas: Pick<FormulaPainter, 'check'>,
): Promise<void> {
  for (const folder of await shippedFolders()) {
    const files = await hashOfFiles(folder);
    if (await loadedFromFiles(context.db, files)) continue;
    const { loadFolder } = await import('./load-folder.ts');
    const loaded = await loadFolder(context, formulas, folder);
    if (loaded) await noteDeckFiles(context.db, { name: loaded.name, files });
  }
}

/** The folders under `data/`, the default deck's first: decks are listed in the order they came. */
export async function shippedFolders(): Promise<readonly string[]> {
  const first = path.join(SHIPPED_DECKS, DEFAULT_DECK);
  const others = (await deckFolders(SHIPPED_DECKS)).filter((folder) => folder !== first);
  return [first, ...others];
}

/** Covers the names and contents of the files, and the version of the program, which may read them differently. */
async function hashOfFiles(folder: string): Promise<string> {
  const hash = createHash('sha256').update(packageJson.version);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  for (const file of files.map(({ parentPath, name }) => path.join(parentPath, name)).toSorted()) {
    const content = await readFile(file);
    hash.update(`\n${path.relative(folder, file)} ${String(content.length)}\n`).update(content);
  }
  return hash.digest('hex');
}
