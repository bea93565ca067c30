import type { Db } from '../../db/connect.ts';
import type { Suggestion } from '../../db/tables.ts';

export type NewSuggestion = Pick<
  Suggestion,
  'workspaceId' | 'memberId' | 'submission' | 'createdAt' | keyof SuggestionText
>;

/** What a suggestion asks to be in the deck. */
export type SuggestionText = Pick<
  Suggestion,
  'question' | 'answer' | 'topic' | 'difficulty' | 'language'
>;

/** Keeps a suggestion; a second delivery of the same form changes nothing. */
export async function insertSuggestion(db: Db, suggestion: NewSuggestion): Promise<void> {
  await db
    .insertInto('proposals')
    .values(suggestion)
    .onConflict((conflict) => conflict.column('submission').doNothing())
    .execute();
}

/** Whether this submission of the form was taken before. */
export async function isKnownSubmission(db: Db, submission: string): Promise<boolean> {
  const row = await db
    .selectFrom('proposals')
    .select('id')
    .where('submission', '=', submission)
    .executeTakeFirst();
  return row !== undefined;
}

export async function suggestionById(db: Db, id: number): Promise<Suggestion | undefined> {
  return db.selectFrom('proposals').selectAll().where('id', '=', id).executeTakeFirst();
}

/**
 * Lets one transaction at a time read and change a workspace's suggestions, so that no two alike come in at once.
 * Transactions that only refer to the workspace's row go on beside it.
 */
export async function lockSuggestions(db: Db, workspaceId: number): Promise<void> {
  await db
    .selectFrom('workspaces')
    .select('id')
    .where('id', '=', workspaceId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

/** The suggestion, locked for this transaction, so that one decision is made on it. */
export async function lockSuggestion(db: Db, id: number): Promise<Suggestion | undefined> {
  const query = db.selectFrom('proposals').selectAll().where('id', '=', id);
  return query.forNoKeyUpdate().executeTakeFirst();
}

export async function updateSuggestion(
  db: Db,
  id: number,
  change: Partial<Omit<Suggestion, 'id' | 'workspaceId' | 'submission' | 'createdAt'>>,
): Promise<Suggestion> {
  return db
    .updateTable('proposals')
    .set(change)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A workspace's suggestions that nobody has decided on, oldest first. */
export async function openSuggestions(db: Db, workspaceId: number): Promise<readonly Suggestion[]> {
  return db
    .selectFrom('proposals')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('status', '=', 'open')
    .orderBy('id')
    .execute();
}

/** What a member has suggested, newest first. */
export async function suggestionsOf(
  db: Db,
  memberId: number,
  most: number,
): Promise<readonly Suggestion[]> {
  return db
    .selectFrom('proposals')
    .selectAll()
    .where('memberId', '=', memberId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}
