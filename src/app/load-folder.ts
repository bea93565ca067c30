import { deckErrors } from '../decks/check-deck.ts';
import { type Fault, formatFault, isError } from '../decks/fault.ts';
import { readDeck } from '../decks/read-deck.ts';
import type { Context } from '../delivery/context.ts';
import { changedQuestions } from '../features/decks/changed-questions.ts';
import { loadDeck, type LoadedDeck } from '../features/decks/load-deck.ts';
import type { FormulaPainter } from '../pictures/formula.ts';
import { deckChecks } from './deck-checks.ts';

/**
 * Loads one deck's folder after the same checks that an import makes. One with an error is left as it was
 * stored before, with the faults in the log: half a deck would retire the other half.
 */
export async function loadFolder(
  context: Pick<Context, 'db' | 'clock' | 'log'>,
  formulas: Pick<FormulaPainter, 'check'>,
  folder: string,
): Promise<LoadedDeck | undefined> {
  const { deck, faults, locate } = await readDeck(folder);
  const errors: Fault[] = faults.filter(isError);
  if (deck) {
    // What is stored was checked when it was.
    const questions = await changedQuestions(context, deck);
    const checks = deckChecks(formulas);
    errors.push(...(await deckErrors({ ...deck, questions }, { ...checks, locate })));
  }
  for (const fault of errors) context.log.error({ folder }, formatFault(fault));
  return deck && errors.length === 0 ? await loadDeck(context, deck) : undefined;
}
