import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The folders in a folder of decks, by their names. */
export async function deckFolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return names.toSorted().map((name) => join(folder, name));
}
