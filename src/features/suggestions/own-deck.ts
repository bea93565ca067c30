import type { Db } from '../../db/connect.ts';
import type { DeckRow } from '../../db/tables.ts';
import type { Translated } from '../../domain/question.ts';

/** The name of every workspace's own deck. */
export const OWN_DECK = 'team';

/**
 * The workspace's own deck, made where it has none yet, and locked for this transaction, so that
 * questions come into it one at a time. Its topics stay as they are.
 */
export async function lockOwnDeck(
  db: Db,
  workspaceId: number,
  title: Translated,
): Promise<DeckRow> {
  const texts = { title: JSON.stringify(title), description: JSON.stringify({}) };
  return db
    .insertInto('decks')
    .values({ workspaceId, name: OWN_DECK, topics: JSON.stringify({}), ...texts })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'name']).doUpdateSet(texts))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function saveTopics(db: Db, deckId: number, topics: DeckRow['topics']): Promise<void> {
  await db
    .updateTable('decks')
    .set({ topics: JSON.stringify(topics) })
    .where('id', '=', deckId)
    .execute();
}

export async function findOwnDeck(db: Db, workspaceId: number): Promise<DeckRow | undefined> {
  return db
    .selectFrom('decks')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('name', '=', OWN_DECK)
    .executeTakeFirst();
}
