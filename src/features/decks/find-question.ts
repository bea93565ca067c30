import { decksFor, questionsOfDeck } from '../../db/decks.ts';
import type { QuestionRow } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';

/** The installation's question of this id, in one deck or in the first that has it. */
export async function findQuestion(
  { db }: Context,
  id: string,
  deckName?: string,
): Promise<QuestionRow | undefined> {
  const decks = (await decksFor(db)).filter((one) => !deckName || one.name === deckName);
  for (const deck of decks) {
    const found = (await questionsOfDeck(db, deck.id)).find((row) => row.slug === id);
    if (found) return found;
  }
  return undefined;
}
