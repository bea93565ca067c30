import { decksFor, questionsOfDeck } from '../../db/decks.ts';
import type { DeckRow } from '../../db/tables.ts';
import type { Deck } from '../../domain/question.ts';
import type { Context } from '../context.ts';

/** A deck as it is stored, in the shape its files have; undefined where there is none of the name. */
export async function storedDeck(
  { db }: Pick<Context, 'db'>,
  name: string,
): Promise<Deck | undefined> {
  const row = (await decksFor(db)).find((deck) => deck.name === name);
  if (!row) return undefined;
  const questions = await questionsOfDeck(db, row.id);
  return { ...headOf(row), questions: questions.map((question) => question.body) };
}

function headOf({ name, title, description, topics, draft }: DeckRow): Omit<Deck, 'questions'> {
  const described = Object.keys(description).length > 0 && { description };
  return { name, title, ...described, topics, ...(draft && { draft }) };
}
