import { checkDeck } from '../../../decks/check-deck.ts';
import { deckFolders } from '../../../decks/deck-folders.ts';
import { type Fault, formatFault, isError } from '../../../decks/fault.ts';
import { readDeck } from '../../../decks/read-deck.ts';
import { countEn } from '../../../i18n/plural.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { deckFolder } from './deck-folder.ts';

/** `deck check`: of files alone, without a database; of every deck that comes with the program where none is named. */
export async function checkFolder(
  operator: Operator,
  given: string | undefined,
  { json }: { json?: true },
): Promise<void> {
  const folders =
    given === undefined
      ? await deckFolders(operator.shippedDecks)
      : [await deckFolder(operator, given)];
  const checked: CheckedDeck[] = [];
  for (const folder of folders) checked.push(await checkFiles(operator, folder));
  if (json) operator.printJson(given === undefined ? { decks: checked } : checked[0]);
  else operator.print(checked.map(checkedText).join('\n'));
  if (checked.some(({ faults }) => faults.some(isError))) operator.fail();
}

/** What is wrong with the files of a deck. */
export interface CheckedDeck {
  readonly name: string;
  readonly questions: number;
  readonly faults: readonly Fault[];
}

export async function checkFiles(operator: Operator, folder: string): Promise<CheckedDeck> {
  const { deck, faults, locate } = await readDeck(folder);
  const more = deck ? await checkDeck(deck, { ...(await operator.deckChecks()), locate }) : [];
  const { name = folder, questions = [] } = deck ?? {};
  return { name, questions: questions.length, faults: [...faults, ...more] };
}

export const checkedText = ({ name, questions, faults }: CheckedDeck): string =>
  [...faults.map(formatFault), summary(name, questions, faults)].join('\n');

function summary(name: string, questions: number, faults: readonly Fault[]): string {
  const errors = faults.filter(isError).length;
  return [
    `${name}: ${countEn(questions, 'question', 'questions')}`,
    countEn(errors, 'error', 'errors'),
    countEn(faults.length - errors, 'warning', 'warnings'),
  ].join(', ');
}
