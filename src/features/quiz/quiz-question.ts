import { deckById, openQuestionIds, questionById } from '../../db/decks.ts';
import { isRowId } from '../../db/row-id.ts';
import type { Language } from '../../domain/language.ts';
import { type QuestionFacts, storedFacts } from '../decks/question-facts.ts';
import type { Context } from '../../delivery/context.ts';

/** A quiz question by an id that came from a button; undefined once it is open in a round. */
export async function quizQuestion(
  context: Context,
  asked: { readonly id: number; readonly workspaceId: number; readonly language: Language },
): Promise<QuestionFacts | undefined> {
  const { db } = context;
  const row = isRowId(asked.id) ? await questionById(db, asked.id) : undefined;
  const deck = row && (await deckById(db, row.deckId));
  const own = deck && (deck.workspaceId === null || deck.workspaceId === asked.workspaceId);
  if (!row || !own) return undefined;
  if ((await openQuestionIds(db, asked.workspaceId)).has(row.id)) return undefined;
  return storedFacts(context, row, asked.language);
}
