import type { Db } from '../../db/connect.ts';
import { decksFor, questionsOfDeck } from '../../db/decks.ts';
import type { DeckRow } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import type { Deck } from '../../domain/question.ts';

/**
 * A deck as it is stored, in the shape its files have; undefined where there is none of the name. With
 * a workspace, one of its own; without, one of the installation.
 */
export async function storedDeck(
  { db }: Pick<Context, 'db'>,
  name: string,
  workspaceId?: number,
): Promise<Deck | undefined> {
  const owner = workspaceId ?? null;
  const decks = await decksFor(db, workspaceId);
  const row = decks.find((deck) => deck.name === name && deck.workspaceId === owner);
  return row && deckOfRow(db, row);
}

/** The deck of a row, with the questions that are in use. */
export async function deckOfRow(db: Db, row: DeckRow): Promise<Deck> {
  const questions = await questionsOfDeck(db, row.id);
  return { ...headOf(row), questions: questions.map((question) => question.body) };
}

function headOf(row: DeckRow): Omit<Deck, 'questions'> {
  const { name, title, description, topics } = row;
  // Members write each in a language of their own, so that a workspace's deck is never whole in one.
  const draft = row.draft || row.workspaceId !== null;
  const described = Object.keys(description).length > 0 && { description };
  return { name, title, ...described, topics, ...(draft && { draft }) };
}
