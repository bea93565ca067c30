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
  const folder = deckFolder(operator, given);
  const { deck, faults, locate } = await readDeck(folder);
  const more = deck ? await checkDeck(deck, { ...(await operator.deckChecks()), locate }) : [];
  const all = [...faults, ...more];
  const questions = deck?.questions.length ?? 0;
  if (json) operator.printJson({ questions, faults: all });
  else
    operator.print(
      [...all.map(formatFault), summary(deck?.name ?? folder, questions, all)].join('\n'),
    );
  if (all.some(isError)) operator.fail();
}

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
