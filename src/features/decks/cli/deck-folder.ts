import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { deckFolders } from '../../../decks/deck-folders.ts';
import { DECK_FILE } from '../../../decks/layout.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { OperatorError } from '../../shared/cli/output.ts';

/**
 * A folder, or the name of a deck that comes with the program.
 * @throws OperatorError for a name that none of them has, and for a folder of files that are to be imported.
 */
export async function deckFolder(operator: Operator, given: string): Promise<string> {
  if (!/[/\\.]/.test(given)) return shippedFolder(operator, given);
  const file = existsSync(path.join(given, DECK_FILE)) ? undefined : await importable(given);
  if (file === undefined) return given;
  const command = `deck import ${path.join(given, file)} --dry-run`;
  throw new OperatorError(`There is no ${DECK_FILE} in ${given}. To look into ${file}: ${command}`);
}

async function shippedFolder(operator: Operator, name: string): Promise<string> {
  const folders = await deckFolders(operator.shippedDecks);
  const found = folders.find((folder) => path.basename(folder) === name);
  if (found !== undefined) return found;
  const names = folders.map((folder) => path.basename(folder)).join(', ');
  throw new OperatorError(
    `No deck ${name} comes with Whetstone; these do: ${names}. A folder of yours is written with a slash: ./${name}`,
  );
}

const IMPORTABLE = /\.(csv|tsv|json|xlsx|md|txt|apkg)$/i;

async function importable(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  return names.toSorted().find((name) => IMPORTABLE.test(name));
}
