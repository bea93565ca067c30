import path from 'node:path';
import { checkDeck } from '../../../decks/check-deck.ts';
import { type Fault, formatFault, isError } from '../../../decks/fault.ts';
import { readDeck } from '../../../decks/read-deck.ts';
import { countEn } from '../../../i18n/plural.ts';
import type { Operator } from '../../shared/cli/operator.ts';

/** `deck check`: of files alone, without a database. */
export async function checkFolder(
  operator: Operator,
  given: string,
  { json }: { json?: true },
): Promise<void> {
  const checked = await checkFiles(operator, deckFolder(operator, given));
  const { questions, faults } = checked;
  if (json) operator.printJson({ questions, faults });
  else operator.print(checkedText(checked));
  if (faults.some(isError)) operator.fail();
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

/** A folder, or the name of a deck that comes with the program. */
export const deckFolder = ({ shippedDecks }: Operator, given: string): string =>
  /[/\\.]/.test(given) ? given : path.join(shippedDecks, given);

function summary(name: string, questions: number, faults: readonly Fault[]): string {
  const errors = faults.filter(isError).length;
  return [
    `${name}: ${countEn(questions, 'question', 'questions')}`,
    countEn(errors, 'error', 'errors'),
    countEn(faults.length - errors, 'warning', 'warnings'),
  ].join(', ');
}
