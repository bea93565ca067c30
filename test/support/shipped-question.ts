import { join } from 'node:path';
import { SHIPPED_DECKS } from '../../src/app/shipped-decks.ts';
import { readDeck } from '../../src/decks/read-deck.ts';
import type { Question } from '../../src/domain/question.ts';
import { DEFAULT_DECK } from '../../src/domain/track-plan.ts';

/** A question of the deck that Whetstone ships with. */
export async function shippedQuestion(id: string): Promise<Question> {
  const { deck } = await readDeck(join(SHIPPED_DECKS, DEFAULT_DECK));
  const question = deck?.questions.find((one) => one.id === id);
  if (!question) throw new Error(`there is no question ${id}`);
  return question;
}
