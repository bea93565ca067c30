import { deckById, openQuestionIds, questionById } from '../../db/decks.ts';
import { isRowId } from '../../db/row-id.ts';
import type { QuestionRow } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';

interface Asked {
  readonly id: number;
  readonly workspaceId: number;
}

/** A quiz question by an id that came from a button; undefined once it is open in a round. */
export async function quizQuestion(
  { db }: Context,
  asked: Asked,
): Promise<QuestionRow | undefined> {
  const row = isRowId(asked.id) ? await questionById(db, asked.id) : undefined;
  const deck = row && (await deckById(db, row.deckId));
  const isOwn = deck && (deck.workspaceId === null || deck.workspaceId === asked.workspaceId);
  if (!row || !isOwn) return undefined;
  return (await openQuestionIds(db, asked.workspaceId)).has(row.id) ? undefined : row;
}

/** Why {@link quizQuestion} gives none: it is open in a round here, or not known here. */
export const whyGone = async ({ db }: Context, { id, workspaceId }: Asked): Promise<QuizGone> =>
  (await openQuestionIds(db, workspaceId)).has(id) ? 'open' : 'unknown';

export type QuizGone = 'open' | 'unknown';
