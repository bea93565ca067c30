import { watch } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Operator } from '../../shared/cli/operator.ts';
import { OperatorError } from '../../shared/cli/output.ts';
import { checkedText, checkFiles } from './deck-check.ts';
import { deckFolder } from './deck-folder.ts';

/** An editor saves a file in several steps. */
const SETTLE_MS = 100;

/** `deck watch`: the check after each save, until the process is told to end. */
export async function watchFolder(operator: Operator, given: string): Promise<never> {
  const folder = await deckFolder(operator, given);
  let saved = Promise.withResolvers<void>();
  // Watched before the first check, so that what is saved during it is not missed.
  watchFiles(folder).on('change', (_event, name) => {
    if (isOfDeck(name)) saved.resolve();
  });
  for (let check = 1; ; check += 1) {
    operator.print(
      `── check ${check} of ${folder}; saving a file starts the next, Ctrl-C ends it ──`,
    );
    operator.print(checkedText(await checkFiles(operator, folder)));
    await saved.promise;
    await wait(SETTLE_MS);
    saved = Promise.withResolvers();
    operator.print('');
  }
}

/** Editors keep files of their own beside those that they edit. Some systems do not say which file it was. */
const isOfDeck = (name: string | Buffer | null): boolean =>
  name === null || /\.yaml$/i.test(String(name));

function watchFiles(folder: string) {
  try {
    return watch(folder, { recursive: true });
  } catch (error) {
    throw new OperatorError(`${folder} cannot be watched: is it a deck folder?`, { cause: error });
  }
}
