import { retireQuestions } from '../../db/decks.ts';
import type { Suggestion } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { findOwnDeck } from './own-deck.ts';
import { lockOwnSuggestion, type Manager } from './own-suggestion.ts';
import { updateSuggestion } from './suggestion-queries.ts';

/** For this time an approval can be taken back; its author is told of it only afterwards. */
export const TAKE_BACK_SECONDS = 60;

/** `open`: it waits for a decision, taken back now or before. */
export type TakenBack = 'open' | 'too-late' | 'unknown';

/** Takes an approved question out of the team's deck; a round that has asked it by now goes on. */
export async function takeBackApproval(
  context: Context,
  { workspaceId }: Manager,
  suggestionId: number,
): Promise<TakenBack> {
  return inTransaction(context, async (inside) => {
    const suggestion = await lockOwnSuggestion(inside.db, suggestionId, workspaceId);
    if (!suggestion) return 'unknown';
    if (suggestion.status === 'open') return 'open';
    return retire(inside, suggestion, await inside.clock.now(inside.db));
  });
}

async function retire(
  { db, log }: Context,
  { id, workspaceId, status, slug, decidedAt }: Suggestion,
  at: Date,
): Promise<TakenBack> {
  if (status !== 'approved' || slug === null || !decidedAt) return 'too-late';
  if (at.getTime() - decidedAt.getTime() >= TAKE_BACK_SECONDS * 1000) return 'too-late';
  const deck = await findOwnDeck(db, workspaceId);
  if (deck) await retireQuestions(db, { deckId: deck.id, slugs: [slug], at });
  await updateSuggestion(db, id, { status: 'open', decidedAt: null, decidedBy: null });
  log.info({ suggestion: id }, 'took an approval back');
  return 'open';
}
