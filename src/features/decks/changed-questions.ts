import { decksFor, questionHashes } from '../../db/decks.ts';
import { questionHash } from '../../decks/question-hash.ts';
import type { Context } from '../../delivery/context.ts';
import type { Deck, Question } from '../../domain/question.ts';

/** The questions of a deck of the installation that are not stored as they are. */
export async function changedQuestions(
  { db }: Pick<Context, 'db'>,
  { name, questions }: Deck,
): Promise<readonly Question[]> {
  const row = (await decksFor(db)).find((deck) => deck.name === name);
  if (!row) return questions;
  const stored = await questionHashes(db, row.id);
  return questions.filter((question) => stored.get(question.id)?.hash !== questionHash(question));
}
