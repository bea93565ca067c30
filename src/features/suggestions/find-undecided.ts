import type { Suggestion } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { type DecidedBefore, decidedBefore } from './decided-before.ts';
import { findOwnSuggestion, type Manager } from './own-suggestion.ts';

export type Undecided =
  | { readonly type: 'open'; readonly suggestion: Suggestion }
  | DecidedBefore
  | { readonly type: 'unknown' };

/** A suggestion that a manager is about to edit or turn down. */
export async function findUndecided(
  { db }: Context,
  { workspaceId }: Manager,
  id: number,
): Promise<Undecided> {
  const suggestion = await findOwnSuggestion(db, id, workspaceId);
  if (!suggestion) return { type: 'unknown' };
  if (suggestion.status === 'open') return { type: 'open', suggestion };
  return decidedBefore(db, suggestion, suggestion.status);
}
