import type { Db } from '../../db/connect.ts';
import { isRowId } from '../../db/row-id.ts';
import type { Suggestion } from '../../db/tables.ts';
import { lockSuggestion, lockSuggestions, suggestionById } from './suggestion-queries.ts';

/** A manager of a workspace, acting on its suggestions. */
export interface Manager {
  readonly workspaceId: number;
  readonly memberId: number;
}

/** A suggestion by an id that came from a button; one of another workspace is not known here. */
export async function findOwnSuggestion(
  db: Db,
  id: number,
  workspaceId: number,
): Promise<Suggestion | undefined> {
  const suggestion = isRowId(id) ? await suggestionById(db, id) : undefined;
  return suggestion?.workspaceId === workspaceId ? suggestion : undefined;
}

/** Finds such a suggestion, and locks it and all suggestions of its workspace for this transaction. */
export async function lockOwnSuggestion(
  db: Db,
  id: number,
  workspaceId: number,
): Promise<Suggestion | undefined> {
  await lockSuggestions(db, workspaceId);
  const suggestion = isRowId(id) ? await lockSuggestion(db, id) : undefined;
  return suggestion?.workspaceId === workspaceId ? suggestion : undefined;
}
